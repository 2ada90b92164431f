"""Ordinary given and family names by language, put together at random: nobody in particular."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random  # noqa: TID251 - a type: the instance comes in

Words = tuple[str, ...]


def _words(text: str) -> Words:
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Names:
    """Names of one language; `family_first` says how they are put together."""

    given: Words
    family: Words
    family_first: bool = False
    join: str = " "


JAPANESE_GIVEN = {
    "春香": "はるか",
    "結衣": "ゆい",
    "直樹": "なおき",
    "健太": "けんた",
    "美咲": "みさき",
    "大輔": "だいすけ",
    "葵": "あおい",
    "翔": "しょう",
}
JAPANESE_FAMILY = {
    "佐藤": "さとう",
    "高橋": "たかはし",
    "田中": "たなか",
    "中村": "なかむら",
    "山本": "やまもと",
    "小林": "こばやし",
    "松本": "まつもと",
    "森": "もり",
}

NAMES: Mapping[str, Names] = {
    "zh": Names(_words("伟 敏 静 磊 婷 浩 雪 晨"), _words("王 李 张 刘 陈 杨 赵 林"), True, ""),
    "vi": Names(
        _words("Linh Minh Hương Tuấn Thảo Dũng Lan Khoa"),
        _words("Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi"),
        True,
    ),
    "ne": Names(
        _words("Sita Bikash Anita Prakash Sunita Ramesh Asmita Nabin"),
        _words("Gurung Thapa Shrestha Tamang Rai Karki Adhikari Magar"),
    ),
    "ko": Names(
        _words("지우 민준 서연 도윤 하은 현우 수빈 준호"),
        _words("김 이 박 최 정 강 조 윤"),
        True,
        "",
    ),
    "id": Names(
        _words("Dewi Budi Sari Agus Putri Rizky Wulan Hendra"),
        _words("Santoso Wijaya Pratama Lestari Hidayat Saputra Kusuma Utami"),
    ),
    "si": Names(
        _words("Nimali Kasun Dilani Nuwan Sanduni Chamara Ishara Ruwan"),
        _words("Perera Fernando Silva Jayasinghe Bandara Wickrama Herath Gunawardena"),
    ),
    "my": Names(
        _words("Hnin Kyaw Thiri Zaw Aye Min Su Htet"),
        _words("Aung Win Htun Myint Lwin Oo Naing Khine"),
    ),
    "th": Names(
        _words("Ploy Somchai Nok Anan Malee Krit Fah Wit"),
        _words("Srisai Wongsa Boonmee Chaiyo Rattana Suksan Thongdee Kaewta"),
    ),
    "ms": Names(
        _words("Aisyah Hafiz Nurul Amir Farah Azlan Siti Faizal"),
        _words("Rahman Ismail Hassan Yusof Omar Aziz Ibrahim Salleh"),
    ),
    "en": Names(
        _words("Emily Jason Grace Tyler Hannah Marcus Olivia Ben"),
        _words("Carter Nguyen Brooks Reyes Walsh Turner Hayes Cole"),
    ),
    "mn": Names(
        _words("Сараа Бат Номин Тэмүүлэн Оюун Ганзориг Энхжин Болд"),
        _words("Бат-Эрдэнэ Дорж Ганбаатар Пүрэв Сүхээ Мөнх Отгон Цэрэн"),
    ),
    "bn": Names(
        _words("Nusrat Rafiq Farzana Tanvir Shirin Imran Mita Arif"),
        _words("Rahman Hossain Akter Chowdhury Islam Karim Sultana Ahmed"),
    ),
    "tl": Names(
        _words("Maria Jose Angelica Paolo Kristine Miguel Joy Carlo"),
        _words("Santos Reyes Cruz Bautista Ramos Garcia Mendoza Flores"),
    ),
    "fr": Names(
        _words("Camille Julien Élodie Théo Manon Lucas Inès Hugo"),
        _words("Martin Bernard Dubois Moreau Laurent Garnier Faure Roux"),
    ),
}


def invent_name(language: str, random: Random) -> tuple[str, str]:
    """Return a name and, where the script needs one, its reading."""
    if language == "ja":
        family, family_read = random.choice(list(JAPANESE_FAMILY.items()))
        given, given_read = random.choice(list(JAPANESE_GIVEN.items()))
        return f"{family} {given}", f"{family_read} {given_read}"
    names = NAMES[language]
    given, family = random.choice(names.given), random.choice(names.family)
    parts = (family, given) if names.family_first else (given, family)
    return names.join.join(parts), ""
