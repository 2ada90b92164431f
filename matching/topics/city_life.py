"""Topics of living in a town of students. How to read a row: `matching.topics.rows`."""

from __future__ import annotations

from matching.topics.rows import Row

# A topic reads as one block: id and parents, seven labels, further names.
# fmt: off
ROWS: tuple[Row, ...] = (
    ("neighbourhoods", "",
     "neighbourhoods and favourite spots", "街とお気に入りの場所", "街区与心爱的去处", "동네와 좋아하는 곳",
     "khu phố và chốn yêu thích", "lingkungan dan tempat favorit", "ย่านและที่โปรด",
     ("neighborhood|neighbourhood|favourite places|hidden gems|town walk|街歩き|お気に入りの場所|散歩|穴場|"
      "machi|街区|好去处|동네|산책|khu phố|chỗ chơi|tempat nongkrong|ย่านน่าอยู่|ที่เที่ยวในเมือง")),
    ("visiting-again", "neighbourhoods",
     "visiting the old town again", "思い出の街を再訪", "重访留学城市", "추억의 도시 다시 찾기",
     "về thăm lại thành phố cũ", "berkunjung lagi ke kota lama", "กลับไปเยือนเมืองเดิม",
     ("return visit|nostalgia|going back to japan|reunion trip|里帰り|再訪|なつかしい|母校訪問|故地重游|母校|모교 방문|"
      "추억|thăm lại trường cũ|reuni|nostalgia kampus|กลับไปเยี่ยม")),
    ("cafes", "neighbourhoods",
     "cafés", "カフェ・喫茶店", "咖啡馆", "카페", "quán cà phê", "kafe", "คาเฟ่",
     "cafe|coffee|coffee shop|kissaten|喫茶店|コーヒー|咖啡|咖啡店|커피|cà phê|kopi|warung kopi|กาแฟ|ร้านกาแฟ"),
    ("parks-and-sea", "neighbourhoods",
     "parks and the sea", "公園と海辺", "公园与海边", "공원과 바다", "công viên và biển", "taman dan pantai",
     "สวนและทะเล",
     "park|beach|sea|seaside|公園|海|ビーチ|海边|海滩|바다|해변|biển|bãi biển|pantai|laut|ชายหาด|ทะเล"),
    ("libraries-and-museums", "neighbourhoods",
     "libraries and museums", "図書館と美術館", "图书馆与博物馆", "도서관과 미술관", "thư viện và bảo tàng",
     "perpustakaan dan museum", "ห้องสมุดและพิพิธภัณฑ์",
     ("library|museum|art gallery|図書館|博物館|美術館|toshokan|图书馆|博物馆|美术馆|도서관|박물관|thư viện|bảo tàng|"
      "perpustakaan|ห้องสมุด|พิพิธภัณฑ์")),
    ("big-city-life", "neighbourhoods",
     "life in a big city", "大都市の暮らし", "大都市生活", "대도시 생활", "sống ở thành phố lớn",
     "hidup di kota besar", "ชีวิตในเมืองใหญ่",
     "city living|urban life|metropolis|都会|都会暮らし|大城市|도시 생활|đô thị|kota besar|เมืองใหญ่"),
    ("rural-life", "",
     "life in the countryside", "地方・田舎の暮らし", "乡村生活", "시골 생활", "sống ở nông thôn",
     "hidup di pedesaan", "ชีวิตในชนบท",
     ("rural|countryside|inaka|moving to the countryside|田舎|地方移住|移住|农村|乡下|시골|귀촌|nông thôn|quê|"
      "desa|ชนบท|ต่างจังหวัด")),
    ("reviving-towns", "rural-life",
     "reviving small towns", "地域おこし", "振兴地方", "지역 살리기", "hồi sinh vùng quê",
     "menghidupkan kota kecil", "ฟื้นฟูเมืองเล็ก",
     ("regional revitalisation|community building|chiiki okoshi|vacant houses|akiya|地域活性化|まちづくり|"
      "町おこし|地方創生|空き家|乡村振兴|地方创生|마을 만들기|빈집|phát triển địa phương|pengembangan desa|พัฒนาชุมชน")),
    ("local-food", "",
     "local food", "ご当地の味", "地方美食", "향토 음식", "món ăn địa phương", "makanan daerah",
     "อาหารท้องถิ่น",
     ("local cuisine|food|restaurants|where to eat|gourmet|郷土料理|グルメ|ご当地グルメ|食べ歩き|美食|特色菜|맛집|향토요리|"
      "đặc sản|ẩm thực|quán ăn|kuliner|makanan enak|ของกิน|ร้านอร่อย")),
    ("ramen-and-noodles", "local-food",
     "ramen and noodles", "ラーメンと麺", "拉面与面食", "라멘과 면 요리", "mì ramen", "ramen dan mi",
     "ราเม็งและเส้น",
     "ramen|noodles|udon|soba|ラーメン|うどん|そば|拉面|面条|라멘|우동|mì|ramen halal|บะหมี่|ราเมน"),
    ("izakaya", "local-food",
     "izakaya and going out", "居酒屋と夜の街", "居酒屋与夜生活", "이자카야와 밤 문화", "quán nhậu và buổi tối",
     "izakaya dan malam hari", "อิซากายะและยามค่ำคืน",
     ("izakaya|bar|nightlife|drinking|nomikai|sake|飲み会|飲み屋|居酒屋|日本酒|夜生活|喝酒|술집|회식|quán nhậu|"
      "đi nhậu|ร้านเหล้า|เที่ยวกลางคืน")),
    ("local-products", "local-food",
     "local products and gifts", "特産品とお土産", "特产与伴手礼", "특산품과 선물", "đặc sản và quà",
     "produk lokal dan oleh-oleh", "ของดีและของฝาก",
     ("souvenirs|omiyage|local specialities|gifts|お土産|みやげ|特産品|名産|土产|伴手礼|기념품|quà lưu niệm|"
      "oleh-oleh|ของฝาก")),
    ("shopping", "neighbourhoods",
     "shopping and markets", "買い物と市場", "购物与市集", "쇼핑과 시장", "mua sắm và chợ", "belanja dan pasar",
     "ช้อปปิ้งและตลาด",
     ("supermarket|market|100 yen shop|thrift shop|商店街|スーパー|市場|買い物|超市|商店街购物|마트|시장|chợ|siêu thị|"
      "belanja|pasar|ตลาด|ซื้อของ")),
    ("festivals", "",
     "festivals and seasons", "祭りと季節の行事", "节日与四季", "축제와 계절", "lễ hội và bốn mùa",
     "festival dan musim", "เทศกาลและฤดูกาล",
     ("matsuri|festival|seasonal events|omatsuri|お祭り|祭り|盆踊り|年中行事|节日|祭典|마쓰리|축제|lễ hội|"
      "festival musim|เทศกาล|งานวัด")),
    ("cherry-blossom", "festivals",
     "cherry blossom and autumn leaves", "花見と紅葉", "赏樱与红叶", "벚꽃과 단풍", "hoa anh đào và lá đỏ",
     "sakura dan daun musim gugur", "ซากุระและใบไม้แดง",
     ("sakura|hanami|koyo|momiji|autumn leaves|花見|桜|紅葉|樱花|红叶|벚꽃|단풍|hoa anh đào|lá đỏ|"
      "bunga sakura|ซากุระ|ใบไม้เปลี่ยนสี")),
    ("fireworks", "festivals",
     "fireworks and yukata", "花火と浴衣", "烟花与浴衣", "불꽃놀이와 유카타", "pháo hoa và yukata",
     "kembang api dan yukata", "ดอกไม้ไฟและยูกาตะ",
     ("hanabi|fireworks|yukata|kimono|着物|花火大会|花火|浴衣|烟花|和服|불꽃놀이|기모노|pháo hoa|kembang api|กิโมโน|"
      "ดอกไม้ไฟ")),
    ("hot-springs", "",
     "hot springs", "温泉", "温泉", "온천", "suối nước nóng", "pemandian air panas", "ออนเซ็น",
     ("onsen|hot spring|spa|sento|ryokan|銭湯|露天風呂|湯めぐり|泡温泉|溫泉|온천 여행|목욕탕|tắm onsen|onsen Jepang|"
      "บ่อน้ำร้อน|แช่ออนเซ็น")),
    ("temples-and-shrines", "",
     "temples and shrines", "寺と神社", "寺庙与神社", "절과 신사", "chùa và đền", "kuil dan biara",
     "วัดและศาลเจ้า",
     "temple|shrine|jinja|otera|お寺|神社|初詣|御朱印|寺院|사찰|신사|chùa|đền thờ|kuil|ศาลเจ้า"),
    ("local-history", "neighbourhoods culture-and-history",
     "the town's history", "街の歴史", "城市历史", "지역의 역사", "lịch sử địa phương", "sejarah kota",
     "ประวัติศาสตร์เมือง",
     ("local history|old buildings|castle|城|城下町|郷土史|町の歴史|古城|地方历史|성곽|향토사|lịch sử thành phố|"
      "kastil|ปราสาท")),
    ("volunteering", "",
     "volunteering in town", "地域でのボランティア", "社区志愿活动", "지역 자원봉사", "tình nguyện ở địa phương",
     "relawan di kota", "อาสาสมัครในเมือง",
     ("volunteer|volunteering|community service|ボランティア|地域活動|清掃活動|志愿者|义工|자원봉사|봉사 활동|tình nguyện|"
      "tình nguyện viên|sukarelawan|relawan|อาสาสมัคร|จิตอาสา")),
    ("school-visits", "volunteering cultural-exchange",
     "visits to local schools", "地元の学校との交流", "走进当地学校", "지역 학교 방문", "thăm trường học địa phương",
     "kunjungan ke sekolah setempat", "เยี่ยมโรงเรียนท้องถิ่น",
     ("school visit|talking to pupils|elementary school|小学校|学校訪問|国際理解教育|出前授業|学校参观|小学|학교 방문|초등학교|"
      "thăm trường|kunjungan sekolah|เยี่ยมโรงเรียน")),
    ("cultural-exchange", "",
     "cultural exchange", "国際交流・異文化交流", "国际与文化交流", "국제·문화 교류", "giao lưu văn hóa",
     "pertukaran budaya", "แลกเปลี่ยนวัฒนธรรม",
     ("international exchange|culture exchange|kokusai koryu|国際交流|異文化|異文化交流|文化交流|국제 교류|문화 교류|"
      "giao lưu quốc tế|acara budaya|แลกเปลี่ยนทางวัฒนธรรม")),
    ("host-families", "cultural-exchange",
     "host families", "ホームステイ・ホストファミリー", "寄宿家庭", "홈스테이", "gia đình bản xứ",
     "keluarga angkat (homestay)", "โฮสต์แฟมิลี่",
     ("homestay|host family|ホームステイ|ホストファミリー|民宿家庭|寄宿|호스트 패밀리|ở cùng gia đình Nhật|"
      "homestay Jepang|โฮมสเตย์")),
    ("neighbours", "",
     "getting to know neighbours", "ご近所づきあい", "与邻居相处", "이웃과 사귀기", "làm quen hàng xóm",
     "berkenalan dengan tetangga", "ทำความรู้จักเพื่อนบ้าน",
     ("neighbours|neighbors|jichikai|town association|町内会|自治会|近所|邻居|街坊|이웃|반상회|hàng xóm|"
      "láng giềng|tetangga|เพื่อนบ้าน")),
    ("making-friends", "neighbours",
     "making friends", "友だちづくり", "交朋友", "친구 사귀기", "kết bạn", "mencari teman", "หาเพื่อน",
     ("friends|friendship|meet people|new friends|友達|友だち|仲間|tomodachi|朋友|结识朋友|친구|친구 만들기|bạn bè|"
      "làm quen bạn mới|teman baru|pertemanan|เพื่อน|เพื่อนใหม่")),
    ("trains-and-buses", "",
     "trains and buses", "電車とバス", "电车与公交", "전철과 버스", "tàu điện và xe buýt", "kereta dan bus",
     "รถไฟและรถบัส",
     ("public transport|train pass|commuting|shinkansen|densha|電車|バス|交通|定期券|新幹線|公交|地铁|대중교통|지하철|"
      "tàu điện|xe buýt|transportasi umum|kereta|รถไฟ|รถเมล์")),
    ("bicycles", "trains-and-buses",
     "getting around by bicycle", "自転車で移動", "骑车出行", "자전거 타기", "đi lại bằng xe đạp",
     "naik sepeda ke mana-mana", "ปั่นจักรยานในเมือง",
     "bicycle|bike|jitensha|chari|自転車|ママチャリ|チャリ|自行车|单车|자전거|xe đạp|sepeda|จักรยาน"),
    ("guiding-visitors", "tourism",
     "guiding visitors", "観光ガイド", "导游与向导", "여행 안내", "hướng dẫn khách", "memandu wisatawan",
     "นำเที่ยว",
     ("tour guide|guide|guiding tourists|ガイド|通訳案内士|案内|导游|관광 가이드|hướng dẫn viên|pemandu wisata|"
      "มัคคุเทศก์|ไกด์")),
)
