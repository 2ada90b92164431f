"""The browser's files: addresses, packing, imports, and how heavy the way to the lobby is."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from server.web.assets import STATIC, VENDOR, Assets, MissingAssets
from tests.web.house import ASSETS, House

MODULES_MOST = 12
PACKED_MOST = 60 * 1024


def small(tmp_path: Path, **files: str) -> Assets:
    (tmp_path / "app").mkdir(parents=True)
    (tmp_path / "node_modules").symlink_to(STATIC / "node_modules")
    for name, text in files.items():
        (tmp_path / "app" / f"{name}.js").write_text(text)
    return Assets.load(tmp_path)


def test_the_way_to_the_lobby_is_light() -> None:
    modules = ASSETS.closure("app/main.js")
    assert "app/lobby.js" in modules
    assert len(modules) <= MODULES_MOST, modules
    assert ASSETS.packed_size(modules) <= PACKED_MOST


def test_everything_imported_is_there_and_nothing_is_named_by_package() -> None:
    wanted = re.compile(r"""(?:\bfrom\s*|\bimport\s*\(?\s*)["']([^"'\n]+)["']""")
    for path, file in ASSETS.files.items():
        if not path.endswith(".js"):
            continue
        text = re.sub(r"/\*.*?\*/", "", file.body.decode(), flags=re.DOTALL)
        assert "sourceMappingURL" not in text
        for name in wanted.findall(text):
            assert name.startswith("."), f"{path} imports {name}"
        for found in ASSETS.closure(path):
            assert found in ASSETS.files, f"{path} needs {found}"


def test_what_is_no_browsers_business_is_not_served() -> None:
    paths = set(ASSETS.files)
    assert not any("node_modules" in path or path.endswith((".d.ts", ".json")) for path in paths)
    assert {address for address, _ in VENDOR.values()} <= paths


async def test_files_are_kept_forever_under_their_hash() -> None:
    browser = House().browser()
    address = ASSETS.asset("app/main.js")
    assert re.fullmatch(r"/static/[0-9a-f]{12}/app/main\.js", address)
    answer = await browser.get(address)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.content == ASSETS.files["app/main.js"].body
    for wrong in (
        "/static/app/main.js",
        "/static/000000000000/app/main.js",
        f"/static/{ASSETS.hash}/app/nothing.js",
        f"/static/{ASSETS.hash}/../package.json",
        f"/static/{ASSETS.hash}/%2e%2e/package.json",
        f"/static/{ASSETS.hash}//etc/passwd",
        f"/static/{ASSETS.hash}/package.json",
        f"/static/{ASSETS.hash}/",
    ):
        answer = await browser.get(wrong)
        assert answer.status_code == 404, wrong
        assert answer.headers["cache-control"] == "no-store"


async def test_files_travel_packed_where_that_helps() -> None:
    browser = House().browser()
    address = ASSETS.asset("css/base.css")
    packed = await browser.get(address, headers={"Accept-Encoding": "br, gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) == len(ASSETS.files["css/base.css"].packed)
    assert packed.content == ASSETS.files["css/base.css"].body
    plain = await browser.get(address, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"
    assert plain.headers["etag"] != packed.headers["etag"]
    assert gzip.decompress(ASSETS.files["css/base.css"].packed) == plain.content


async def test_unchanged_files_are_not_sent_again() -> None:
    browser = House().browser()
    address = ASSETS.asset("art/mark.svg")
    first = await browser.get(address)
    assert first.headers["content-type"].startswith("image/svg+xml")
    again = await browser.get(
        address, headers={"If-None-Match": f'"other", W/{first.headers["etag"]}'}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert (await browser.get(address, headers={"If-None-Match": '"other"'})).status_code == 200
    head = await browser.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == first.headers["content-length"]


def test_packages_become_addresses(tmp_path: Path) -> None:
    assets = small(
        tmp_path,
        main="""
/** @typedef {import("preact").VNode} Node */
import { render } from "preact";
import { useState } from 'preact/hooks';
import "./side.js";
export { html } from "./parts.js";
export * from "./all.js";
const later = () => import("@fluent/bundle");
const text = "from nowhere";
//# sourceMappingURL=main.js.map
""",
        side="export const side = 1;\n",
        parts='import htm from "htm"; export const html = htm;\n',
        all="export const all = 1;\n",
    )
    text = assets.files["app/main.js"].body.decode()
    assert 'import { render } from "../vendor/preact.js";' in text
    assert "from '../vendor/preact-hooks.js'" in text
    assert 'import("../vendor/fluent-bundle.js")' in text
    assert "sourceMappingURL" not in text
    assert assets.closure("app/main.js") == [
        "app/main.js",
        "vendor/preact.js",
        "vendor/preact-hooks.js",
        "app/side.js",
        "app/parts.js",
        "app/all.js",
        "vendor/htm.js",
    ]
    assert 'from"./preact.js"' in assets.files["vendor/preact-hooks.js"].body.decode()


def test_one_changed_letter_changes_every_address(tmp_path: Path) -> None:
    first = small(tmp_path / "a", main="1", other="2")
    second = small(tmp_path / "b", main="1", other="3")
    same = small(tmp_path / "c", other="2", main="1")
    assert first.asset("app/main.js") != second.asset("app/main.js")
    assert first.hash == same.hash


def test_missing_files_are_said(tmp_path: Path) -> None:
    with pytest.raises(MissingAssets, match="npm ci"):
        Assets.load(tmp_path)
    with pytest.raises(MissingAssets, match="is missing"):
        Assets.load(tmp_path / "nowhere")
    with pytest.raises(KeyError):
        ASSETS.asset("app/nothing.js")


@pytest.mark.skipif(shutil.which("node") is None, reason="needs node")
def test_every_vendor_module_runs_as_a_module(tmp_path: Path) -> None:
    (tmp_path / "package.json").write_text('{"type": "module"}')
    for address, _ in VENDOR.values():
        target = tmp_path / address
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(ASSETS.files[address].body)
    (tmp_path / "use.js").write_text(
        """
        import { h } from "./vendor/preact.js";
        import { useState } from "./vendor/preact-hooks.js";
        import { signal } from "./vendor/signals.js";
        import { computed } from "./vendor/signals-core.js";
        import htm from "./vendor/htm.js";
        import { FluentBundle, FluentResource } from "./vendor/fluent-bundle.js";
        const bundle = new FluentBundle("en");
        bundle.addResource(new FluentResource("hi = Hello { $name }"));
        const said = bundle.formatPattern(bundle.getMessage("hi").value, { name: "Linh" });
        const two = signal(2);
        console.log(said.replace(/[\\u2068\\u2069]/g, ""), computed(() => two.value * 2).value,
          htm.bind(h)`<b/>`.type, typeof useState);
        """
    )
    ran = subprocess.run(
        ["node", "use.js"], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=30
    )
    assert ran.stdout == "Hello Linh 4 b function\n", ran.stderr
