"""Headers: what every answer tells the browser to refuse.

Rule: nothing from other origins, no inline script, no framing, no sniffing; pages are not kept,
because their addresses and bodies hold what is meant for one person.
"""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PERMISSIONS = {
    "camera": "(self)",
    "microphone": "(self)",
    "display-capture": "(self)",
    "autoplay": "(self)",
    "fullscreen": "(self)",
    "picture-in-picture": "(self)",
    "screen-wake-lock": "(self)",
    "speaker-selection": "(self)",
    "clipboard-write": "(self)",
    "accelerometer": "()",
    "browsing-topics": "()",
    "clipboard-read": "()",
    "encrypted-media": "()",
    "geolocation": "()",
    "gyroscope": "()",
    "hid": "()",
    "idle-detection": "()",
    "local-fonts": "()",
    "magnetometer": "()",
    "midi": "()",
    "payment": "()",
    "publickey-credentials-get": "()",
    "serial": "()",
    "usb": "()",
    "xr-spatial-tracking": "()",
}
CHECKED_HOST = "tsunagari.host"
"""Where in a request's scope its host name stands once it was found to be ours."""


def content_security_policy(host: str, *, secure: bool) -> str:
    """Return the policy for pages served under this host name."""
    # Older Safari does not count sockets as 'self'.
    socket = f" {'wss' if secure else 'ws'}://{host}" if host else ""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob: mediastream:",
            f"connect-src 'self'{socket}",
            "font-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    )


class SecurityHeaders:
    """ASGI middleware that adds them to every HTTP answer."""

    def __init__(self, app: ASGIApp, *, secure: bool = False) -> None:
        self._app = app
        self._secure = secure
        self._fixed = {
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Permissions-Policy": ", ".join(f"{k}={v}" for k, v in PERMISSIONS.items()),
            "X-Frame-Options": "DENY",
        }
        if secure:
            self._fixed["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                # Only a name that the guard has found to be ours gets into the policy.
                self._add(MutableHeaders(scope=message), scope.get(CHECKED_HOST, ""))
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _add(self, headers: MutableHeaders, host: str) -> None:
        headers.update(self._fixed)
        headers.setdefault("Cache-Control", "no-store")
        headers["Content-Security-Policy"] = content_security_policy(host, secure=self._secure)
        # A page under `no-referrer` sends its own forms with `Origin: null`, which cannot be told
        # from a hostile one. `same-origin` tells other sites just as little.
        page = headers.get("content-type", "").startswith("text/html")
        headers["Referrer-Policy"] = "same-origin" if page else "no-referrer"
