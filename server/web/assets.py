"""Assets: the browser's files, read once at the start and served from memory.

Rule: one hash of everything stands in every address, so that a page never mixes two versions and a
browser never asks twice. Names of packages (`preact`) become addresses here; see DECISIONS.md.
"""

from __future__ import annotations

import gzip
import hashlib
import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

STATIC = Path(__file__).resolve().parents[2] / "static"
TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".ftl": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".png": "image/png",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
VENDOR = {
    "preact": ("vendor/preact.js", "preact/dist/preact.mjs"),
    "preact/hooks": ("vendor/preact-hooks.js", "preact/hooks/dist/hooks.mjs"),
    "@preact/signals": ("vendor/signals.js", "@preact/signals/dist/signals.mjs"),
    "@preact/signals-core": (
        "vendor/signals-core.js",
        "@preact/signals-core/dist/signals-core.mjs",
    ),
    "htm": ("vendor/htm.js", "htm/dist/htm.module.js"),
    "@fluent/bundle": ("vendor/fluent-bundle.js", "@fluent/bundle/index.js"),
}
"""Package: its address below the hash, and its file in node_modules."""
FOREVER = "public, max-age=31536000, immutable"

_SOURCE_MAP = re.compile(rb"(?://[#@]|/\*[#@]) *source(?:Mapping)?URL=.*$", re.MULTILINE)
_PACKAGES = "|".join(map(re.escape, VENDOR))
_BARE = re.compile(rf"""(\bfrom\s*|\bimport\s*\(?\s*)(["'])({_PACKAGES})\2""")
_STATIC_IMPORT = re.compile(
    r"""(?<![\w$.])(?:import|export)\s*(?:[\w$*{}\s,]*?\bfrom\s*)?(["'])([^"'\n]+)\1"""
)
_BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_UMD_NAME = re.compile(r"^\s*exports\.(\w+) = \1;$", re.MULTILINE)


class MissingAssets(RuntimeError):
    """The browser's files are not there; the text is one sentence that says what to do."""


@dataclass(frozen=True)
class Asset:
    """One file, as it is and packed; it is packed when somebody wants it so."""

    body: bytes
    kind: str
    tag: str

    @cached_property
    def packed(self) -> bytes:
        """The file as it travels."""
        return gzip.compress(self.body, 9, mtime=0)


class Assets:
    """All files of the front end. Make it with `load`."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        whole = hashlib.sha256()
        for path, body in sorted(files.items()):
            whole.update(f"{path}\0{len(body)}\0".encode() + body)
        self.hash = whole.hexdigest()[:12]
        self.files = {path: _asset(path, body) for path, body in files.items()}
        self._closures: dict[str, list[str]] = {}

    @classmethod
    def load(cls, static: Path = STATIC) -> Assets:
        """Read the folder. Raises MissingAssets."""
        if not static.is_dir():
            raise MissingAssets(f"{static} is missing: the browser's files belong to the program.")
        files = {
            path.relative_to(static).as_posix(): path.read_bytes()
            for path in sorted(static.rglob("*"))
            if _is_served(path.relative_to(static)) and path.is_file()
        }
        for address, file in VENDOR.values():
            files[address] = _vendor(static / "node_modules" / file)
        return cls({path: _rewritten(path, body) for path, body in files.items()})

    def asset(self, path: str) -> str:
        """Return the address of a file; raises KeyError if there is none."""
        if path not in self.files:
            raise KeyError(f"no asset {path!r}")
        return f"/static/{self.hash}/{path}"

    def closure(self, entry: str) -> list[str]:
        """Return the modules that one imports, and those import, itself first; by depth."""
        found = self._closures.get(entry)
        if found is None:
            found = [entry]
            for path in found:
                found += [each for each in self._imports(path) if each not in found]
            self._closures[entry] = found
        return found

    def preloads(self, entry: str) -> list[str]:
        """Return what a page that starts a module should fetch at once, beside the module."""
        return self.closure(entry)[1:]

    def packed_size(self, paths: list[str]) -> int:
        """Return how many bytes travel for these files."""
        return sum(len(self.files[path].packed) for path in paths)

    def warm(self) -> None:
        """Pack every file, which a start does not wait for; may run in a thread."""
        self.packed_size(list(self.files))

    async def serve(self, request: Request) -> Response:
        """Answer GET and HEAD below `/static/`."""
        found = self.files.get(request.path_params["path"])
        if found is None or request.path_params["hash"] != self.hash:
            return Response("not found\n", 404, media_type="text/plain")
        packs = "gzip" in request.headers.get("accept-encoding", "").lower()
        packed = packs and len(found.packed) < len(found.body)
        headers = {
            "Cache-Control": FOREVER,
            "Vary": "Accept-Encoding",
            "ETag": f'"{found.tag}{"-gz" if packed else ""}"',
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        if _same_tag(request.headers.get("if-none-match", ""), headers["ETag"]):
            return Response(status_code=304, headers=headers)
        if packed:
            headers["Content-Encoding"] = "gzip"
        body = found.packed if packed else found.body
        return Response(body, headers={**headers, "Content-Type": found.kind})

    def routes(self) -> list[Route]:
        """Return the route of all files."""
        return [Route("/static/{hash}/{path:path}", self.serve, methods=["GET"], name="static")]

    def _imports(self, path: str) -> list[str]:
        text = _BLOCK_COMMENT.sub("", self.files[path].body.decode())
        names = [match[2] for match in _STATIC_IMPORT.finditer(text)]
        folder = posixpath.dirname(path)
        wanted = (posixpath.normpath(posixpath.join(folder, name)) for name in names)
        return list(dict.fromkeys(wanted))


def _asset(path: str, body: bytes) -> Asset:
    return Asset(body, TYPES[Path(path).suffix], hashlib.sha256(body).hexdigest()[:16])


def _is_served(path: Path) -> bool:
    apart = {"node_modules", "shots"}  # packages are named one by one; pictures of the README
    hidden = any(part.startswith(".") or part in apart for part in path.parts)
    return not hidden and path.suffix in TYPES


def _vendor(path: Path) -> bytes:
    try:
        body = path.read_bytes()
    except OSError:
        raise MissingAssets(f"{path} is missing: run npm ci in the folder static/.") from None
    return _as_module(body) if path.suffix == ".js" and b"typeof exports" in body else body


def _as_module(umd: bytes) -> bytes:
    """Return a module with the same exports as a file written for scripts and CommonJS."""
    names = ", ".join(dict.fromkeys(_UMD_NAME.findall(umd.decode())))
    return (
        b"const exports = {}, module = { exports };\n(function () {\n"
        + umd
        + f"\n}}).call(globalThis);\nexport const {{ {names} }} = exports;\n".encode()
    )


def _rewritten(path: str, body: bytes) -> bytes:
    if not path.endswith((".js", ".css")):
        return body
    body = _SOURCE_MAP.sub(b"", body)
    if path.endswith(".css"):
        return body
    folder = posixpath.dirname(path)

    def addressed(match: re.Match[str]) -> str:
        address = posixpath.relpath(VENDOR[match[3]][0], folder)
        address = address if address.startswith(".") else f"./{address}"
        return f"{match[1]}{match[2]}{address}{match[2]}"

    return _BARE.sub(addressed, body.decode()).encode()


def _same_tag(asked: str, tag: str) -> bool:
    tags = {each.strip().removeprefix("W/") for each in asked.split(",")}
    return tag in tags or "*" in tags
