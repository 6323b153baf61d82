"""Refusals in the Bot API's own shape and words."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """`{"ok": false, "error_code": ..., "description": ..., "parameters": ...}`"""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        parameters = {"parameters": self.parameters} if self.parameters else {}
        return {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
            **parameters,
        }


def bad_request(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def server_fault(code: int = 502) -> ApiError:
    return ApiError(code, "Bad Gateway" if code == 502 else "Internal Server Error")


def blocked() -> ApiError:
    return ApiError(403, "Forbidden: bot was blocked by the user")


def not_a_member(kind: str) -> ApiError:
    return ApiError(403, f"Forbidden: bot is not a member of the {kind} chat")


def unauthorized() -> ApiError:
    return ApiError(401, "Unauthorized")
