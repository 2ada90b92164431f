"""The areas under which topics are listed, in the order shown, each with its labels and its rows."""

from __future__ import annotations

from matching.topics import city_life, hobbies, language, practical, region, research, study, work
from matching.topics.rows import Labels, Row

# An area reads as one block.
# fmt: off
AREAS: tuple[tuple[str, Labels, tuple[Row, ...]], ...] = (
    ("study", ("Study", "学び", "学习", "공부", "Học tập", "Studi", "การเรียน"), study.ROWS),
    ("work", ("Work", "仕事", "工作", "일", "Công việc", "Kerja", "การทำงาน"), work.ROWS),
    (
        "city-life",
        (
            "City life",
            "街での暮らし",
            "城市生活",
            "도시 생활",
            "Cuộc sống trong thành phố",
            "Kehidupan kota",
            "ชีวิตในเมือง",
        ),
        city_life.ROWS,
    ),
    (
        "language",
        ("Language", "ことば", "语言", "언어", "Ngôn ngữ", "Bahasa", "ภาษา"),
        language.ROWS,
    ),
    (
        "research",
        ("Research", "研究分野", "研究领域", "연구 분야", "Nghiên cứu", "Bidang riset", "สาขาวิจัย"),
        research.ROWS,
    ),
    (
        "hobbies",
        ("Free time", "趣味", "兴趣爱好", "취미", "Sở thích", "Hobi", "งานอดิเรก"),
        hobbies.ROWS,
    ),
    ("region", ("Regions", "地域", "地区", "지역", "Khu vực", "Wilayah", "ภูมิภาค"), region.ROWS),
    (
        "practical",
        (
            "Practical help",
            "手続きと暮らしの助け",
            "生活与手续",
            "생활 도움",
            "Trợ giúp thực tế",
            "Bantuan praktis",
            "ความช่วยเหลือในชีวิต",
        ),
        practical.ROWS,
    ),
)
