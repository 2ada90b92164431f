"""Writes the files that are generated from the code, or says which are stale.

`python3 -m tests generate` writes; `--check` only compares and exits with 1 if a file is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

from matching import taxonomy
from server.protocol.reference import reference
from server.protocol.typegen import typescript
from tests.listed import language_list, rule_table, topic_list

ROOT = Path(__file__).resolve().parent.parent
TYPES = ROOT / "static/app/protocol.d.ts"
PROTOCOL = ROOT / "server/protocol/README.md"
APP = ROOT / "static/app"
WORDS = ROOT / "static/i18n"
PAGE_LANGUAGES = ("en", "ja")
MARK = "<!-- generated: python3 -m tests generate -->\n"


def wanted() -> dict[Path, str]:
    """Return what each generated file should hold."""
    prose = PROTOCOL.read_text(encoding="utf-8").split(MARK)[0]
    files = {
        TYPES: typescript(),
        PROTOCOL: prose + MARK + "\n" + reference(),
        APP / "topic_list.js": topic_list(),
        APP / "language_list.js": language_list(),
        APP / "rule_table.js": rule_table(),
    }
    for language in PAGE_LANGUAGES:
        files[WORDS / language / "topics.ftl"] = topic_words(language)
    return files


def topic_words(language: str) -> str:
    """Return the names of all areas and topics, as the pages read them."""
    lines = ["# Generated from matching/topics: python3 -m tests generate"]
    for area in taxonomy.AREAS:
        lines += ["", f"area-{area} = {taxonomy.area_label(area, language)}"]
        for topic in taxonomy.TOPICS:
            if topic.area == area:
                lines.append(f"topic-{topic.id} = {taxonomy.label(topic.id, language)}")
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    """Write or check; return the exit code."""
    stale = [
        path
        for path, text in wanted().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in stale:
        name = path.relative_to(ROOT)
        if "--check" in arguments:
            print(f"{name} is stale: run python3 -m tests generate")
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted()[path], encoding="utf-8")
            print(f"wrote {name}")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
