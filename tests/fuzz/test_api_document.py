"""The commands of docs/api.md do what the document says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.stack import ROOT, running_application

DEFAULT = "http://127.0.0.1:8080"
LONGEST_S = 120


def test_the_commands_of_the_document_run_in_their_order(tmp_path: Path) -> None:
    document = (ROOT / "docs" / "api.md").read_text("utf-8")
    blocks = re.findall(r"```bash\n(.*?)```", document, re.DOTALL)
    settings = {"JISR_FILES_DIR": str(tmp_path / "files"), "JISR_LOG_LEVEL": "ERROR"}
    with running_application(settings=settings) as stack:
        script = "".join(blocks).replace(DEFAULT, stack.url)
        assert stack.url in script
        ran = subprocess.run(  # noqa: S603 our own document
            ["/bin/bash", "-euo", "pipefail", "-c", script],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
            check=False,
        )
    assert ran.returncode == 0, f"{ran.stdout[-2000:]}\n{ran.stderr[-2000:]}"
    assert '"helpful": true' in ran.stdout
    assert ": open" in ran.stdout
