"""What simulated people write: a few friendly lines by language."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random  # noqa: TID251 - a type: the instance comes in

LINES: Mapping[str, tuple[str, ...]] = {
    "ja": (
        "はじめまして。よろしくお願いします。",
        "別府は今日、少し寒いです。",
        "留学していたときは、温泉によく行きました。",
        "お仕事は何をされていますか。",
        "日本語の勉強は続けていますか。",
        "また話せたらうれしいです。",
    ),
    "en": (
        "Hi, nice to meet you!",
        "What time is it where you are?",
        "I still miss the hot springs in Beppu.",
        "How did you find your first job?",
        "Which town did you live in?",
        "It was good to talk. Let's stay in touch.",
    ),
    "zh": ("你好，很高兴认识你。", "你在日本住了几年？", "我很想念别府的温泉。"),
    "vi": ("Xin chào, rất vui được gặp bạn!", "Bạn đã học ở đâu?", "Tôi nhớ món ăn ở Beppu."),
    "ne": ("नमस्ते, भेटेर खुसी लाग्यो।", "तपाईं जापानमा कहाँ बस्नुहुन्थ्यो?"),
    "ko": ("안녕하세요, 반갑습니다.", "일본에서 무엇을 공부했어요?", "다음에 또 이야기해요."),
    "id": ("Halo, senang bertemu denganmu!", "Dulu kuliah di mana?"),
    "si": ("ආයුබෝවන්, ඔබව හමුවීම සතුටක්.",),
    "my": ("မင်္ဂလာပါ၊ တွေ့ရတာ ဝမ်းသာပါတယ်။",),
    "th": ("สวัสดีค่ะ ยินดีที่ได้รู้จัก", "คุณเรียนที่เมืองไหนคะ"),
    "ms": ("Hai, gembira berkenalan dengan awak!",),
    "mn": ("Сайн байна уу? Танилцсандаа баяртай байна.",),
    "bn": ("নমস্কার, আপনার সঙ্গে দেখা হয়ে ভালো লাগল।",),
    "tl": ("Kumusta! Ikinagagalak kitang makilala.",),
    "fr": ("Bonjour, ravi de vous rencontrer !", "Vous étiez dans quelle ville ?"),
}
FALLBACK = "en"


def pick_line(language: str | None, random: Random) -> str:
    """Return a line in this language, or in English."""
    return random.choice(LINES.get(language or FALLBACK, LINES[FALLBACK]))
