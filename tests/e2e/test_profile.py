"""The three questions, answered in one's own words: topics, languages and cities that are suggested."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.stage import Stage
from tests.e2e.viewers import Viewer, nothing_found


@pytest.mark.timeout(200)
def test_a_profile_is_told_in_ones_own_words(stage: Stage, viewers: list[Viewer]) -> None:
    links = stage.event(rounds=2)
    for viewer in viewers:
        arrive(viewer, links["join_link"])
        tell_topics(viewer)
        tell_language(viewer)
        tell_city(viewer)
        search_offline(viewer)
    nothing_found(viewers)


OPTIONS = ".suggest-list:not([hidden]) > [role=option]"


def arrive(viewer: Viewer, link: str) -> None:
    page, words = viewer.page, viewer.words
    page.goto(link)
    page.get_by_label(words("join-name")).fill(viewer.name)
    page.get_by_role("button", name=words("join-enter", name=viewer.name)).click()
    viewer.button("profile-role-student").click()
    expect(viewer.button("topic-internships")).to_be_visible()
    viewer.look("profile-usual")


def tell_topics(viewer: Viewer) -> None:
    """Any language will do, by keys alone; a tap on what was found turns asking into offering."""
    page, words = viewer.page, viewer.words
    field = page.get_by_role("combobox", name=words("profile-topics-search"))
    field.fill("học bổng")
    options = page.locator(OPTIONS)
    expect(options.first).to_contain_text(words("topic-scholarships"))
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    expect(field).to_have_attribute("aria-activedescendant", "topic-search-0")
    expect(options.first).to_have_attribute("aria-selected", "true")
    viewer.look("profile-found")
    field.press("Enter")
    expect(field).to_have_value("")
    asked = words("profile-topic-state", topic=words("topic-scholarships"), state="seek")
    expect(page.get_by_role("button", name=asked).first).to_be_visible()
    field.fill("zzzzzz qqqq")
    none = words("profile-topics-none", text="zzzzzz qqqq")
    expect(page.get_by_role("status").filter(has_text=none)).to_be_visible()
    field.fill("onsen")
    expect(options.first).to_contain_text(words("topic-hot-springs"))
    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_value("onsen")
    field.fill("")
    page.locator("summary", has_text=words("area-city-life")).click()
    page.get_by_role(
        "button", name=re.compile(f"^{re.escape(words('area-city-life'))}[:,:]")
    ).click()
    viewer.look("profile-area")


def tell_language(viewer: Viewer) -> None:
    page, words = viewer.page, viewer.words
    viewer.button("profile-language-add").click()
    field = page.get_by_role("combobox", name=words("profile-language-search"))
    field.fill("नेपाली")
    expect(page.locator(OPTIONS)).to_have_count(1)
    viewer.look("profile-language")
    page.locator(OPTIONS).click()
    expect(page.get_by_role("radiogroup")).not_to_have_count(0)
    expect(page.locator(".tongue").last).to_contain_text(
        {"en": "Nepali", "ja": "ネパール語"}[viewer.lang]
    )


def tell_city(viewer: Viewer) -> None:
    """A city brings its country and its hour, and others see all three."""
    page, words = viewer.page, viewer.words
    page.locator("summary", has_text=words("profile-more")).click()
    field = page.get_by_role("combobox", name=words("profile-city"))
    field.fill({"en": "べっぷ", "ja": "beppu"}[viewer.lang])
    first = page.locator(OPTIONS).first
    home = {"en": ("Beppu", "Japan"), "ja": ("別府", "日本")}[viewer.lang]
    expect(first).to_contain_text(home[0])
    expect(first).to_contain_text(home[1])
    viewer.look("profile-city")
    first.click()
    expect(field).to_have_value(home[0])
    expect(page.locator(".chip").first).to_contain_text(
        words("place-in-country", city=home[0], country=home[1])
    )
    field.fill("Nowhere-on-Sea")
    expect(page.get_by_text(words("profile-city-none"))).to_be_visible()


def search_offline(viewer: Viewer) -> None:
    page, words = viewer.page, viewer.words
    page.route("**/api/topics*", lambda route: route.abort())
    field = page.get_by_role("combobox", name=words("profile-topics-search"))
    field.fill(words("topic-hiking")[:4])
    expect(page.locator(OPTIONS).first).to_contain_text(words("topic-hiking"))
    expect(page.get_by_role("status").filter(has_text=words("suggest-offline"))).to_have_count(1)
    viewer.look("profile-offline")
