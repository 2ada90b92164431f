"""Folding: two spellings of one word become the same letters.

`fold` takes away width, case, accents, long-vowel marks, the difference of the two kana and of
traditional and simplified characters. `sound` goes further and writes kana as romaji, with one
spelling for the many (syukatsu, shuukatsu and しゅうかつ are all shukatu).
"""

from __future__ import annotations

import re
import unicodedata

_KATAKANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ł": "l", "ø": "o", "ı": "i", "ー": "", "々": ""})
# The simplified form, then the traditional and the Japanese one.
# fmt: off
_HAN = (
    "学學 国國 奖奬奨獎 习習 语語 业業 东東 丰豊 书書 乡鄉郷 亚亞亜 产產産 亲親 从從従 仪儀 价價価 众眾衆 会會 "
    "伞傘 传傳伝 体體 关關関 兴興 养養 兽獸獣 内內 军軍 农農 冲衝沖 创創 别別 办辦 务務 动動 劳勞労 势勢 医醫 "
    "华華 单單単 卖賣売 卢盧 卫衛 厂廠 历歷歴暦 压壓圧 厨廚 县縣県 双雙 发發発 变變変 台臺 叶葉 号號 听聽聴 启啟啓 "
    "员員 咨諮 响響 团團団 园園 围圍囲 图圖図 圆圓円 场場 坏壞壊 垒壘塁 处處処 备備 复復 头頭 奥奧 妆妝 妇婦 孙孫 "
    "宁寧 宝寶 实實実 宽寬寛 宾賓 对對対 导導 寿壽 将將 尔爾 层層 岁歲歳 岛島 岗崗 广廣広 库庫 应應応 庙廟 开開 "
    "异異 弃棄 张張 弹彈弾 归歸帰 录錄録 师師 帐帳 带帶帯 怀懷懐 态態 恋戀 恶惡悪 惊驚 愿願 戏戲戯 户戶戸 执執 "
    "扩擴拡 扫掃 护護 报報 担擔 择擇択 拟擬 拥擁 挂掛 换換 据據拠 搜捜 摄攝摂 携攜 敌敵 数數 斋齋斎 断斷 旧舊 "
    "时時 显顯顕 晓曉暁 术術 机機 权權権 条條 来來 极極 构構 标標 树樹 样樣様 桥橋 检檢検 楼樓 横橫 欢歡歓 欧歐 "
    "毕畢 气氣気 汇匯 汉漢 汤湯 沟溝 泪淚涙 泽澤沢 济濟済 测測 浅淺 浓濃 润潤 涂塗 滨濱浜 滩灘 满滿満 灵靈霊 灾災 "
    "炼煉 点點 烟煙 热熱 焰焔 爱愛 牵牽 状狀 独獨 猪豬 献獻 现現 环環 电電 画畫 疗療 盐鹽塩 监監 码碼 矿礦鉱 "
    "础礎 确確 硕碩 礼禮 祷禱祈 离離 种種 积積 称稱 税稅 稳穩 穷窮 窃竊 竞競 笔筆 签簽 简簡 类類 粮糧 紧緊 红紅 "
    "约約 级級 纪紀 纳納 纸紙 线線 练練 组組 细細 织織 终終 绍紹 经經 结結 给給 绘繪絵 络絡 绝絕 统統 继繼継 "
    "绩績 续續 绿綠緑 维維 综綜 缅緬 编編 缩縮 网網 罗羅 联聯 职職 肃肅 胜勝 脑腦脳 脚腳 脱脫 艺藝芸 节節 芦蘆 "
    "苏蘇 茧繭 药藥薬 荐薦 获獲 营營 萨薩 虽雖 虫蟲 补補 装裝 见見 观觀観 规規 视視 览覽覧 觉覺覚 触觸 计計 订訂 "
    "认認 讨討 让讓 训訓 议議 记記 讲講 许許 论論 设設 访訪 证證証 评評 识識 诈詐 词詞 译譯訳 试試 诗詩 话話 "
    "询詢 该該 误誤 说說説 请請 读讀読 课課 调調 谈談 谊誼 谢謝 贝貝 负負 财財 责責 败敗 货貨 质質 购購 贩販 "
    "贷貸 费費 贸貿 资資 赏賞 赛賽 赞贊賛 赵趙 跃躍 车車 转轉転 轮輪 软軟 轻輕軽 载載 输輸 辅輔 边邊辺 达達 过過 "
    "运運 还還 进進 远遠 连連 迟遲遅 适適 选選 递遞 遗遺 邻鄰隣 郑鄭 释釋釈 钢鋼 钱錢銭 钓釣 铁鐵鉄 银銀 铺鋪 "
    "销銷 锻鍛 长長 门門 问問 间間 闻聞 阅閱閲 队隊 阳陽 阶階 际際 陆陸 陈陳 险險険 随隨 难難 雾霧 静靜 韩韓 "
    "页頁 项項 顺順 预預 领領 频頻 题題 颜顏顔 额額 风風 飞飛 饭飯 饮飲 饰飾 馆館 饼餅 马馬 驰馳 驾駕 验驗験 "
    "骑騎 骗騙 鱼魚 鲜鮮 鸟鳥 鸡雞 麦麥 黄黃 齐齊 龄齡齢 龙龍竜 与與 专專 个個 丽麗 义義 乐樂楽 优優 伟偉 侨僑 "
    "俭儉 债債 偿償 储儲 兰蘭 兑兌 决決 况況 净淨浄 减減 几幾 剂劑剤 剑劍剣 剧劇 区區 协協 参參 吗嗎 吕呂 呜嗚 "
    "坛壇 墙牆 声聲 壮壯 够夠 夹夾 奋奮 娱娛 婴嬰 写寫 尽盡 属屬 峡峽 币幣 帮幫 庆慶 庄莊荘 扬揚 抚撫 抢搶 挥揮 "
    "损損 摆擺 旷曠 晒曬 杂雜雑 杨楊 枪槍 栏欄 梦夢 槟檳 残殘 汹洶 泻瀉 浇澆 涨漲 渔漁 湾灣 湿濕 潜潛 炖燉 烦煩 "
    "烧燒焼 焕煥 疯瘋 皱皺 盘盤 睁睜 碍礙 祸禍 稣穌 窝窩 纺紡 纯純 纽紐 绳繩縄 缘緣縁 罚罰 罢罷 耻恥 脸臉 舰艦 "
    "荣榮栄 蓝藍 蔷薔 虑慮 蚁蟻 蜡蠟 蝇蠅 衬襯 袭襲 誉譽 账賬 贺賀 赠贈 踪蹤 辞辭 辩辯弁 迁遷 郁鬱 钟鐘 铃鈴 "
    "锅鍋 锦錦 键鍵 镇鎮 闭閉 闲閒 阔闊 陕陝 隐隱隠 雇僱 须須 顾顧 饿餓 馒饅 驱驅駆 骂罵 鸭鴨 麵面麺 龟龜亀 "
    "樱櫻桜 挿插"
)
_KANA = (
    "きゃkya きゅkyu きょkyo しゃsha しゅshu しょsho ちゃcha ちゅchu ちょcho にゃnya にゅnyu にょnyo ひゃhya ひゅhyu ひょhyo "
    "みゃmya みゅmyu みょmyo りゃrya りゅryu りょryo ぎゃgya ぎゅgyu ぎょgyo じゃja じゅju じょjo びゃbya びゅbyu びょbyo "
    "ぴゃpya ぴゅpyu ぴょpyo ふぁfa ふぃfi ふぇfe ふぉfo てぃti でぃdi うぃwi うぇwe しぇshe じぇje ちぇche "
    "あa いi うu えe おo かka きki くku けke こko さsa しshi すsu せse そso たta ちchi つtsu てte とto なna にni ぬnu ねne のno "
    "はha ひhi ふfu へhe ほho まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn "
    "がga ぎgi ぐgu げge ごgo ざza じji ずzu ぜze ぞzo だda ぢji づzu でde どdo ばba びbi ぶbu べbe ぼbo ぱpa ぴpi ぷpu ぺpe ぽpo "
    "ぁa ぃi ぅu ぇe ぉo ゔvu"
)
# fmt: on
HAN_GROUPS = tuple(_HAN.split())
_SIMPLIFIED = {ord(old): group[0] for group in HAN_GROUPS for old in group[1:]}
_ROMAJI: dict[str, str] = dict(re.findall(r"([ぁ-ゔ]+)([a-z]+)", _KANA))
_SYLLABLE = re.compile("|".join(sorted(_ROMAJI, key=len, reverse=True)))
_KANA_WORD = re.compile("[ぁ-ゖ]{3,}")
_KATAKANA_WORD = re.compile("[ァ-ヶー]+")
_SPELLINGS = (
    ("sh", "s"), ("sy", "s"), ("ch", "t"), ("ty", "t"), ("ts", "t"), ("jy", "j"), ("zy", "j"),
    ("zi", "ji"), ("fu", "hu"), ("dz", "z"), ("ou", "o"), ("oh", "o"), ("oo", "o"), ("uu", "u"),
    ("aa", "a"), ("ii", "i"), ("ee", "e"), ("nm", "mm"), ("nb", "mb"), ("np", "mp"), ("l", "r"),
)  # fmt: skip


def fold(text: str) -> str:
    """Return the text as it is compared: words and runs of letters, one space between."""
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_KATAKANA)
    letters = unicodedata.normalize("NFD", lowered.translate(_SIMPLIFIED))
    plain = "".join(sign for sign in letters if not "\u0300" <= sign <= "\u036f")
    joined = unicodedata.normalize("NFC", plain).translate(_LETTERS)
    return " ".join(_split(joined))


def sound(folded: str) -> str:
    """Return how a folded text sounds, roughly, in romaji; what is no kana or Latin stays."""
    doubled = re.sub(r"っ(.)", r"\1", folded)
    text = _SYLLABLE.sub(lambda match: _ROMAJI[match[0]], doubled).replace(" ", "")
    for one, other in _SPELLINGS:
        text = text.replace(one, other)
    return re.sub(r"([^\W\d_])\1", r"\1", text)


def katakana(text: str) -> set[str]:
    """Return the words of a text that are written in katakana, folded."""
    return {fold(word) for word in _KATAKANA_WORD.findall(unicodedata.normalize("NFKC", text))}


def kana_words(folded: str) -> list[str]:
    """Return the longer runs of kana in a folded text."""
    return _KANA_WORD.findall(folded)


def is_kana(folded: str) -> bool:
    """Whether a folded text has no letters but kana."""
    return all("\u3040" <= sign <= "\u309f" for sign in folded)


def is_solid(sign: str) -> bool:
    """Whether a letter belongs to a script that is searched inside words: kana, Han, Hangul, Thai."""
    return (
        "\u0e00" <= sign <= "\u0eff" or "\u1000" <= sign <= "\u109f" or "\u3040" <= sign <= "\ud7af"
    )


def _split(text: str) -> list[str]:
    """Words; marks of Thai and of Indian scripts are no letters to \\w and must not split a word."""
    kept = "".join(
        sign if sign.isalnum() or unicodedata.category(sign) in ("Mn", "Mc") else " "
        for sign in text
    )
    return kept.split()
