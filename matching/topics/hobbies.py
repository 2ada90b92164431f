"""Topics of free time. How to read a row: `matching.topics.rows`."""

from __future__ import annotations

from matching.topics.rows import Row

# A topic reads as one block: id and parents, seven labels, further names.
# fmt: off
ROWS: tuple[Row, ...] = (
    ("cooking", "",
     "cooking", "料理", "做饭", "요리", "nấu ăn", "memasak", "ทำอาหาร",
     ("cook|recipes|home cooking|ryori|自炊|レシピ|手料理|烹饪|下厨|자취 요리|레시피|nấu nướng|công thức|resep|"
      "masak|ทำกับข้าว|สูตรอาหาร")),
    ("baking", "cooking",
     "baking and sweets", "お菓子づくり", "烘焙与甜点", "베이킹과 디저트", "làm bánh", "membuat kue", "ทำขนม",
     ("baking|cakes|bread|dessert|wagashi|お菓子|パン作り|和菓子|スイーツ|甜点|烘焙|베이킹|디저트|bánh ngọt|kue|ขนมอบ|"
      "เบเกอรี่")),
    ("music", "",
     "music and karaoke", "音楽とカラオケ", "音乐与KTV", "음악과 노래방", "âm nhạc và karaoke",
     "musik dan karaoke", "ดนตรีและคาราโอเกะ",
     ("music|karaoke|singing|songs|ongaku|音楽|カラオケ|歌|音乐|卡拉OK|唱歌|음악|노래방|노래|âm nhạc|ca hát|musik|"
      "nyanyi|ดนตรี|เพลง|คาราโอเกะ")),
    ("playing-instruments", "music",
     "bands and instruments", "バンド・楽器", "乐队与乐器", "밴드와 악기", "ban nhạc và nhạc cụ",
     "band dan alat musik", "วงดนตรีและเครื่องดนตรี",
     ("guitar|piano|band|violin|taiko|orchestra|バンド|ギター|ピアノ|楽器|吹奏楽|乐器|吉他|钢琴|밴드|기타 연주|피아노|"
      "đàn guitar|đàn piano|alat musik|gitar|กีตาร์|เปียโน")),
    ("pop-idols", "music",
     "J-pop, K-pop and idols", "J-POP・K-POP・アイドル", "J-POP、K-POP与偶像", "J팝·K팝·아이돌",
     "J-pop, K-pop và thần tượng", "J-pop, K-pop, dan idola", "เจป็อป เคป็อป ไอดอล",
     ("jpop|kpop|idols|concerts|ライブ|推し活|推し|アイドル|偶像|追星|아이돌|케이팝|thần tượng|nhạc Hàn|idola|konser|"
      "ไอดอล|คอนเสิร์ต")),
    ("dance", "music",
     "dance", "ダンス", "舞蹈", "춤과 댄스", "nhảy múa", "menari", "เต้นรำ",
     "dancing|street dance|hip hop|yosakoi|舞踊|よさこい|踊り|跳舞|街舞|댄스|khiêu vũ|múa|tari|แดนซ์"),
    ("manga-and-games", "",
     "manga, anime and games", "マンガ・アニメ・ゲーム", "漫画、动画与游戏", "만화·애니·게임", "manga, anime và trò chơi",
     "manga, anime, dan gim", "มังงะ อนิเมะ เกม",
     ("manga|anime|comics|otaku|cosplay|漫画|マンガ|アニメ|コスプレ|オタク|动漫|动画|二次元|만화|애니메이션|애니|truyện tranh|"
      "hoạt hình|komik|การ์ตูน|อนิเมะ|มังงะ")),
    ("video-games", "manga-and-games",
     "video games", "テレビゲーム", "电子游戏", "비디오 게임", "trò chơi điện tử", "permainan video",
     "วิดีโอเกม",
     ("games|gaming|esports|switch|nintendo|playstation|ゲーム|eスポーツ|ポケモン|打游戏|电竞|게임|e스포츠|chơi game|"
      "game|gim|main game|เล่นเกม|อีสปอร์ต")),
    ("board-games", "manga-and-games",
     "board games, shogi and go", "将棋・囲碁・ボードゲーム", "桌游与围棋将棋", "보드게임·바둑·장기", "cờ và trò chơi bàn",
     "catur, shogi, permainan papan", "หมากและบอร์ดเกม",
     ("shogi|go|chess|board games|mahjong|igo|将棋|囲碁|チェス|麻雀|ボードゲーム|围棋|象棋|桌游|바둑|장기|체스|cờ vua|"
      "cờ vây|catur|หมากรุก|หมากล้อม")),
    ("sports", "",
     "sports", "スポーツ", "体育运动", "스포츠", "thể thao", "olahraga", "กีฬา",
     ("sport|exercise|fitness|gym|運動|ジム|筋トレ|体育|健身|运动|운동|헬스|tập gym|vận động|kebugaran|"
      "ออกกำลังกาย|ฟิตเนส")),
    ("football", "sports",
     "football", "サッカー", "足球", "축구", "bóng đá", "sepak bola", "ฟุตบอล",
     "soccer|futsal|sakka|フットサル|J리그|Jリーグ|踢球|풋살|đá bóng|đá banh|futsal bola|ฟุตซอล"),
    ("baseball", "sports",
     "baseball", "野球", "棒球", "야구", "bóng chày", "bisbol", "เบสบอล",
     "yakyu|softball|甲子園|プロ野球|ソフトボール|棒球比赛|프로야구"),
    ("basketball-and-volleyball", "sports",
     "basketball and volleyball", "バスケ・バレー", "篮球与排球", "농구·배구", "bóng rổ và bóng chuyền",
     "basket dan voli", "บาสเกตบอลและวอลเลย์บอล",
     ("basketball|volleyball|バスケ|バスケットボール|バレーボール|篮球|排球|농구|배구|bóng rổ|bóng chuyền|bola basket|"
      "bola voli|บาส|วอลเลย์บอล")),
    ("badminton-and-tennis", "sports",
     "badminton and tennis", "バドミントン・テニス", "羽毛球与网球", "배드민턴·테니스", "cầu lông và quần vợt",
     "bulu tangkis dan tenis", "แบดมินตันและเทนนิส",
     ("badminton|tennis|table tennis|ping pong|卓球|バドミントン|テニス|乒乓球|羽毛球|网球|배드민턴|테니스|탁구|cầu lông|"
      "bóng bàn|bulutangkis|แบดมินตัน|เทนนิส|ปิงปอง")),
    ("running-and-cycling", "sports",
     "running, cycling and swimming", "ランニング・自転車・水泳", "跑步、骑行与游泳", "달리기·자전거·수영",
     "chạy, đạp xe, bơi", "lari, sepeda, dan renang", "วิ่ง ปั่นจักรยาน ว่ายน้ำ",
     ("running|jogging|marathon|cycling|road bike|swimming|マラソン|ランニング|ジョギング|水泳|サイクリング|跑步|马拉松|游泳|"
      "달리기|마라톤|수영|chạy bộ|bơi lội|lari pagi|renang|วิ่ง|มาราธอน|ว่ายน้ำ")),
    ("martial-arts", "sports",
     "martial arts", "武道・格闘技", "武道", "무도·무술", "võ thuật", "bela diri", "ศิลปะการต่อสู้",
     ("judo|karate|kendo|aikido|kyudo|sumo|budo|柔道|空手|剣道|合気道|弓道|相撲|剑道|弓道部|유도|검도|가라테|스모|võ|"
      "pencak silat|ยูโด|คาราเต้|มวย")),
    ("yoga-and-wellbeing", "sports",
     "yoga and wellbeing", "ヨガと心の健康", "瑜伽与身心健康", "요가와 마음 건강", "yoga và sống khỏe",
     "yoga dan kebugaran batin", "โยคะและสุขภาวะ",
     ("yoga|meditation|mindfulness|zazen|pilates|ヨガ|瞑想|座禅|マインドフルネス|瑜伽|冥想|요가|명상|thiền|meditasi|"
      "โยคะ|สมาธิ")),
    ("hiking", "",
     "hiking and nature", "山歩きと自然", "徒步与自然", "등산과 자연", "leo núi và thiên nhiên",
     "mendaki dan alam", "เดินป่าและธรรมชาติ",
     ("hiking|mountains|trekking|nature|tozan|登山|ハイキング|山登り|自然|爬山|徒步|등산|하이킹|트레킹|leo núi|"
      "thiên nhiên|naik gunung|mendaki gunung|ปีนเขา|เดินป่า|ธรรมชาติ")),
    ("camping", "hiking",
     "camping and fishing", "キャンプ・釣り", "露营与钓鱼", "캠핑·낚시", "cắm trại và câu cá",
     "berkemah dan memancing", "แคมป์ปิ้งและตกปลา",
     ("camping|fishing|outdoor|キャンプ|釣り|アウトドア|露营|钓鱼|캠핑|낚시|cắm trại|câu cá|kemah|mancing|ตกปลา|"
      "ตั้งแคมป์")),
    ("winter-sports", "sports hiking",
     "snow and skiing", "スキー・スノーボード", "滑雪", "스키·스노보드", "trượt tuyết", "main ski dan salju",
     "สกีและหิมะ",
     "ski|skiing|snowboard|snow|スキー|スノボ|スノーボード|雪|滑雪运动|스키|스노보드|눈|tuyết|salju|สกี|หิมะ"),
    ("travel", "",
     "travel", "旅行", "旅行", "여행", "đi du lịch", "jalan-jalan", "ท่องเที่ยว",
     ("travelling|traveling|trips|sightseeing|backpacking|ryoko|旅|一人旅|観光旅行|旅游|出游|自由行|여행지|배낭여행|"
      "phượt|đi chơi xa|wisata|liburan|เที่ยว|แบ็คแพ็ค")),
    ("trains-as-hobby", "travel",
     "railways", "鉄道", "铁道", "철도", "đường sắt", "dunia kereta api", "รถไฟญี่ปุ่น",
     ("railway fan|trainspotting|tetsudo|鉄道ファン|鉄オタ|铁道迷|철도 덕후|mê tàu hỏa|pencinta kereta|"
      "คนรักรถไฟ")),
    ("road-trips", "travel",
     "cars and road trips", "車とドライブ", "汽车与自驾", "자동차와 드라이브", "xe hơi và lái xe đi chơi",
     "mobil dan perjalanan darat", "รถยนต์และขับรถเที่ยว",
     ("cars|driving trips|motorbikes|road trip|ドライブ|バイク|車|自驾游|摩托车|드라이브|오토바이|xe máy|phượt xe máy|"
      "motor|mobil|มอเตอร์ไซค์|ขับรถเที่ยว")),
    ("tea-and-crafts", "",
     "tea, flowers and crafts", "茶道・華道・ものづくり", "茶道、花道与手工", "다도·꽃꽂이·공예",
     "trà đạo, cắm hoa, thủ công", "teh, bunga, dan kerajinan", "ชา ดอกไม้ งานฝีมือ",
     ("tea ceremony|ikebana|crafts|sado|chado|pottery|茶道|華道|生け花|陶芸|工芸|花道|陶艺|다도|꽃꽂이|도예|trà đạo|"
      "cắm hoa|gốm|upacara minum teh|keramik|ชงชา|จัดดอกไม้")),
    ("calligraphy", "tea-and-crafts",
     "calligraphy", "書道", "书法", "서예", "thư pháp", "kaligrafi", "การเขียนพู่กัน",
     "shodo|shuji|brush writing|習字|书道|붓글씨|viết chữ đẹp|เขียนอักษร"),
    ("handicrafts", "tea-and-crafts",
     "handicrafts and origami", "手芸・折り紙", "手工艺与折纸", "수공예·종이접기", "đồ thủ công và origami",
     "kerajinan tangan dan origami", "งานประดิษฐ์และโอริงามิ",
     ("origami|knitting|sewing|DIY|手芸|折り紙|編み物|裁縫|折纸|编织|뜨개질|종이접기|đan len|gấp giấy|merajut|"
      "menjahit|พับกระดาษ|ถักไหมพรม")),
    ("drawing", "tea-and-crafts",
     "drawing and painting", "絵・イラスト", "绘画", "그림 그리기", "vẽ tranh", "menggambar dan melukis",
     "วาดภาพ",
     ("drawing|painting|illustration|sketching|絵を描く|イラスト|水彩|画画|插画|일러스트|미술 취미|vẽ|hội họa|"
      "menggambar|melukis|วาดรูป|ระบายสี")),
    ("photography", "",
     "photography and film", "写真と映画", "摄影与电影", "사진과 영화", "nhiếp ảnh và phim",
     "fotografi dan film", "ถ่ายภาพและภาพยนตร์",
     ("photography|photos|camera|film|movies|cinema|shashin|写真|カメラ|映画|摄影|拍照|电影|사진|카메라|영화|"
      "chụp ảnh|phim ảnh|điện ảnh|fotografi|bioskop|ถ่ายรูป|หนัง|ภาพยนตร์")),
    ("drama-and-theatre", "photography",
     "TV drama and theatre", "ドラマと舞台", "影视剧与戏剧", "드라마와 연극", "phim truyền hình và kịch",
     "drama TV dan teater", "ละครและการแสดง",
     ("drama|TV series|theatre|theater|kabuki|rakugo|ドラマ|演劇|歌舞伎|落語|お笑い|电视剧|话剧|드라마|연극|뮤지컬|kịch|"
      "phim bộ|teater|ละครเวที|ซีรีส์")),
    ("video-making", "photography",
     "making videos", "動画制作", "视频制作", "영상 제작", "làm video", "membuat video", "ทำวิดีโอ",
     ("video editing|vlog|streaming|動画編集|配信|ユーチューブ|视频剪辑|直播|영상편집|브이로그|quay phim|dựng video|"
      "bikin video|ตัดต่อวิดีโอ|ไลฟ์สด")),
    ("reading", "",
     "reading", "読書", "阅读书籍", "독서", "đọc sách", "membaca buku", "อ่านหนังสือ",
     ("books|book club|novels and books|dokusho|本|読書会|読み聞かせ|看书|读书|책|독서 모임|sách|câu lạc bộ sách|"
      "buku|หนังสือ")),
    ("writing", "reading",
     "writing and blogs", "文章・ブログ", "写作与博客", "글쓰기와 블로그", "viết lách và blog", "menulis dan blog",
     "งานเขียนและบล็อก",
     ("writing|blogging|diary|blog|執筆|ブログ|日記|写作|博客|글쓰기|블로그|viết blog|nhật ký|menulis|บล็อก|"
      "งานเขียน")),
    ("podcasts-and-radio", "reading",
     "podcasts and radio", "ポッドキャスト・ラジオ", "播客与电台", "팟캐스트·라디오", "podcast và radio",
     "podcast dan radio", "พอดแคสต์และวิทยุ",
     "podcast|radio|ラジオ|ポッドキャスト|播客|라디오|đài phát thanh|siniar|วิทยุ|พอดแคสต์"),
    ("gardening", "",
     "plants and gardening", "園芸・家庭菜園", "园艺", "원예와 텃밭", "trồng cây, làm vườn",
     "tanaman dan berkebun", "ปลูกต้นไม้ทำสวน",
     ("gardening|plants|vegetable garden|bonsai|園芸|ガーデニング|盆栽|家庭菜園|种菜|种花|텃밭|식물|trồng rau|"
      "cây cảnh|berkebun|tanaman hias|ปลูกผัก|ต้นไม้")),
    ("pets", "",
     "pets and animals", "ペットと動物", "宠物与动物", "반려동물", "thú cưng và động vật", "hewan peliharaan",
     "สัตว์เลี้ยง",
     ("pets|cats|dogs|animals|猫|犬|ペット|動物|宠物|小狗|반려견|고양이|강아지|thú cưng|mèo|chó|kucing|anjing|แมว|"
      "หมา")),
    ("fashion", "",
     "fashion and beauty", "ファッションと美容", "时尚与美妆", "패션과 뷰티", "thời trang và làm đẹp",
     "mode dan kecantikan", "แฟชั่นและความงาม",
     ("fashion|clothes|beauty|cosmetics|makeup|ファッション|服|美容|メイク|コスメ|时装|化妆|美妆|패션|화장품|thời trang|"
      "mỹ phẩm|busana|kosmetik|แฟชั่น|เครื่องสำอาง")),
    ("astronomy-and-science-fun", "reading",
     "science for fun", "科学を楽しむ", "趣味科学", "취미 과학", "khoa học vui", "sains yang asyik",
     "วิทยาศาสตร์สนุก ๆ",
     ("popular science|stargazing|science club|天体観測|星空|科学館|观星|科普|별 보기|과학 취미|ngắm sao|"
      "melihat bintang|ดูดาว")),
)
