"""Topics of fields of research. How to read a row: `matching.topics.rows`."""

from __future__ import annotations

from matching.topics.rows import Row

# A topic reads as one block: id and parents, seven labels, further names.
# fmt: off
ROWS: tuple[Row, ...] = (
    ("engineering", "",
     "engineering and robotics", "工学・ロボット", "工程与机器人", "공학·로봇", "kỹ thuật và robot",
     "teknik dan robotika", "วิศวกรรมและหุ่นยนต์",
     ("engineering|robotics|robots|kogaku|工学|ロボット|ロボティクス|工程|机器人|공학|로봇|kỹ thuật|robot|teknik|"
      "robotika|วิศวกรรม|หุ่นยนต์")),
    ("mechanical-engineering", "engineering",
     "mechanical engineering", "機械工学", "机械工程", "기계공학", "cơ khí", "teknik mesin",
     "วิศวกรรมเครื่องกล",
     ("machines|automotive engineering|機械|kikai kogaku|机械|기계|kỹ thuật cơ khí|ô tô|otomotif|"
      "เครื่องกล")),
    ("electronics", "engineering",
     "electronics and chips", "電気電子・半導体", "电子与半导体", "전기전자·반도체", "điện tử và bán dẫn",
     "elektronika dan semikonduktor", "อิเล็กทรอนิกส์และเซมิคอนดักเตอร์",
     ("electrical engineering|semiconductor|semiconductors|circuits|電子工学|電気工学|半導体|handotai|半导体|"
      "电子|芯片|반도체|전자공학|điện tử|bán dẫn|teknik elektro|เซมิคอนดักเตอร์")),
    ("civil-engineering", "engineering",
     "civil engineering", "土木工学", "土木工程", "토목공학", "xây dựng cầu đường", "teknik sipil",
     "วิศวกรรมโยธา",
     ("infrastructure|construction|bridges|doboku|土木|建設|基建|建筑施工|토목|건설|xây dựng|konstruksi|โยธา|"
      "ก่อสร้าง")),
    ("architecture", "engineering",
     "architecture", "建築", "建筑", "건축", "kiến trúc", "arsitektur", "สถาปัตยกรรม",
     "architect|building design|kenchiku|建築学|建筑学|建筑师|건축가|kiến trúc sư|arsitek|สถาปนิก"),
    ("urban-planning", "architecture environment",
     "city planning", "都市計画", "城市规划", "도시 계획", "quy hoạch đô thị", "perencanaan kota", "ผังเมือง",
     ("urban planning|town planning|smart city|toshi keikaku|スマートシティ|智慧城市|도시공학|"
      "đô thị thông minh|tata kota|วางผังเมือง")),
    ("materials-science", "engineering natural-sciences",
     "materials science", "材料科学", "材料科学", "재료과학", "khoa học vật liệu", "ilmu material",
     "วัสดุศาสตร์",
     "materials|nanotechnology|zairyo|材料工学|ナノテク|材料|纳米|신소재|나노|vật liệu|nano|material maju|นาโน"),
    ("space", "engineering natural-sciences",
     "space and aeronautics", "宇宙・航空", "航天航空", "우주·항공", "vũ trụ và hàng không",
     "antariksa dan penerbangan", "อวกาศและการบิน",
     ("space|aerospace|satellite|rocket|astronomy|JAXA|uchu|宇宙|航空|天文|人工衛星|航天|卫星|우주|위성|vệ tinh|"
      "hàng không|satelit|antariksa|อวกาศ|ดาวเทียม")),
    ("computing", "",
     "computing and data", "情報・データサイエンス", "计算机与数据", "컴퓨터·데이터", "tin học và dữ liệu",
     "komputer dan data", "คอมพิวเตอร์และข้อมูล",
     ("computer science|data science|informatics|information technology|CS|ICT|情報学|データサイエンス|"
      "情報工学|计算机|数据科学|컴퓨터공학|데이터 과학|công nghệ thông tin|CNTT|khoa học dữ liệu|ilmu komputer|"
      "informatika|วิทยาการคอมพิวเตอร์|ไอที")),
    ("artificial-intelligence", "computing",
     "artificial intelligence", "人工知能(AI)", "人工智能", "인공지능", "trí tuệ nhân tạo",
     "kecerdasan buatan", "ปัญญาประดิษฐ์",
     ("AI|machine learning|deep learning|neural networks|jinko chino|人工知能|機械学習|ディープラーニング|生成AI|"
      "机器学习|深度学习|머신러닝|딥러닝|học máy|AI và học máy|pembelajaran mesin|เอไอ|แมชชีนเลิร์นนิง")),
    ("programming", "computing",
     "programming", "プログラミング", "编程", "프로그래밍", "lập trình", "pemrograman", "การเขียนโปรแกรม",
     ("coding|software development|python|javascript|open source|web development|ソフトウェア開発|"
      "コーディング|オープンソース|写代码|编程开发|코딩|소프트웨어 개발|phát triển phần mềm|koding|เขียนโค้ด")),
    ("cybersecurity", "computing",
     "cybersecurity", "サイバーセキュリティ", "网络安全", "사이버 보안", "an ninh mạng", "keamanan siber",
     "ความปลอดภัยไซเบอร์",
     ("security|information security|privacy|情報セキュリティ|信息安全|정보 보안|bảo mật|keamanan informasi|"
      "ความมั่นคงไซเบอร์")),
    ("medicine", "",
     "medicine and health", "医療・健康", "医疗与健康", "의료·건강", "y tế và sức khỏe",
     "kedokteran dan kesehatan", "การแพทย์และสุขภาพ",
     ("medicine|medical research|health science|medical school|igaku|医学|医療|健康|医学部|医学研究|의학|의대|"
      "y học|y khoa|kedokteran|แพทยศาสตร์|สุขภาพ")),
    ("public-health", "medicine",
     "public health", "公衆衛生", "公共卫生", "공중 보건", "y tế công cộng", "kesehatan masyarakat",
     "สาธารณสุข",
     ("global health|epidemiology|infection|koshu eisei|国際保健|感染症|疫学|流行病|보건학|dịch tễ|"
      "epidemiologi|ระบาดวิทยา")),
    ("nursing", "medicine",
     "nursing science", "看護学", "护理学", "간호학", "điều dưỡng học", "ilmu keperawatan", "พยาบาลศาสตร์",
     "nursing|nurse|kango|看護|护理|간호|điều dưỡng|keperawatan|พยาบาล"),
    ("pharmacy", "medicine natural-sciences",
     "pharmacy", "薬学", "药学", "약학", "dược học", "farmasi", "เภสัชศาสตร์",
     "pharmaceutical|drug discovery|yakugaku|創薬|薬剤師|制药|제약|dược|dược sĩ|obat|เภสัช"),
    ("psychology", "medicine society",
     "psychology", "心理学", "心理学", "심리학", "tâm lý học", "psikologi", "จิตวิทยา",
     "psychologist|counselling|shinrigaku|カウンセリング|心理|심리|tâm lý|จิตวิทยาคลินิก"),
    ("natural-sciences", "",
     "natural sciences and maths", "自然科学・数学", "自然科学与数学", "자연과학·수학", "khoa học tự nhiên và toán",
     "ilmu alam dan matematika", "วิทยาศาสตร์และคณิตศาสตร์",
     ("science|mathematics|maths|math|physics|chemistry|statistics|理学|数学|物理|化学|統計学|理科|统计|수학|물리|"
      "화학|toán học|vật lý|hóa học|matematika|fisika|kimia|คณิตศาสตร์|ฟิสิกส์|เคมี")),
    ("biology", "natural-sciences",
     "life sciences", "生命科学・生物", "生命科学", "생명과학", "khoa học sự sống", "ilmu hayati",
     "วิทยาศาสตร์ชีวภาพ",
     ("biology|biotechnology|genetics|seibutsu|生物学|生物|バイオ|遺伝子|生物技术|基因|생물학|바이오|sinh học|"
      "công nghệ sinh học|biologi|bioteknologi|ชีววิทยา|ไบโอเทค")),
    ("environment", "",
     "environment and energy", "環境・エネルギー", "环境与能源", "환경·에너지", "môi trường và năng lượng",
     "lingkungan dan energi", "สิ่งแวดล้อมและพลังงาน",
     ("environment|energy|sustainability|kankyo|環境|エネルギー|持続可能|サステナビリティ|环境|能源|환경|에너지|môi trường|"
      "năng lượng|lingkungan hidup|energi|สิ่งแวดล้อม|พลังงาน")),
    ("climate", "environment",
     "climate change", "気候変動", "气候变化", "기후 변화", "biến đổi khí hậu", "perubahan iklim",
     "การเปลี่ยนแปลงสภาพภูมิอากาศ",
     ("global warming|decarbonisation|carbon neutral|kiko hendo|温暖化|脱炭素|全球变暖|碳中和|기후 위기|탄소 중립|"
      "khí hậu|pemanasan global|โลกร้อน")),
    ("renewable-energy", "environment",
     "renewable energy", "再生可能エネルギー", "可再生能源", "재생 에너지", "năng lượng tái tạo",
     "energi terbarukan", "พลังงานหมุนเวียน",
     ("solar power|wind power|geothermal|hydrogen|再エネ|太陽光|地熱|水素|太阳能|地热|태양광|지열|điện mặt trời|"
      "địa nhiệt|panas bumi|tenaga surya|โซลาร์เซลล์")),
    ("waste-and-recycling", "environment",
     "waste and recycling", "廃棄物とリサイクル", "垃圾处理与回收", "폐기물과 재활용", "rác thải và tái chế",
     "sampah dan daur ulang", "ขยะและการรีไซเคิล",
     ("recycling|plastic waste|circular economy|ごみ問題|循環型社会|プラスチック|回收利用|循环经济|재활용|tái chế|"
      "daur ulang|รีไซเคิล")),
    ("disaster-research", "environment civil-engineering",
     "disaster research", "防災研究", "灾害研究", "방재 연구", "nghiên cứu thiên tai", "riset kebencanaan",
     "วิจัยภัยพิบัติ",
     ("seismology|disaster prevention|tsunami research|bosai|地震学|防災学|减灾|灾害科学|재난 연구|"
      "phòng chống thiên tai|mitigasi bencana|ภัยพิบัติ")),
    ("agriculture", "",
     "farming, food and fisheries", "農業・食・水産", "农业、食品与水产", "농업·식품·수산", "nông nghiệp và thủy sản",
     "pertanian, pangan, perikanan", "เกษตร อาหาร ประมง",
     ("agriculture|farming|food science|nogyo|農業|農学|食品|水産|农业|农学|水产|농업|농학|식품공학|nông nghiệp|"
      "thủy sản|pertanian|perikanan|เกษตร|ประมง")),
    ("forests-and-sea", "agriculture environment",
     "forests and oceans", "森林と海洋", "森林与海洋", "숲과 바다 연구", "rừng và đại dương", "hutan dan laut",
     "ป่าไม้และมหาสมุทร",
     ("forestry|oceanography|marine biology|biodiversity|林業|海洋|海洋学|生物多様性|林业|海洋学研究|해양학|산림|"
      "lâm nghiệp|đại dương|kehutanan|kelautan|ป่าไม้|มหาสมุทร")),
    ("economics", "",
     "economics and management", "経済・経営", "经济与管理", "경제·경영", "kinh tế và quản trị",
     "ekonomi dan manajemen", "เศรษฐศาสตร์และการจัดการ",
     ("economics|economy|management|business studies|business administration|keizai|keiei|経済|"
      "経済学|経営|経営学|经济|经济学|工商管理|경제학|경영학|kinh tế|quản trị kinh doanh|ekonomi|manajemen|เศรษฐศาสตร์|"
      "บริหารธุรกิจ")),
    ("marketing", "economics",
     "marketing", "マーケティング", "市场营销", "마케팅", "tiếp thị", "pemasaran", "การตลาด",
     ("advertising|branding|social media marketing|広告|ブランディング|营销|广告|광고|브랜딩|quảng cáo|"
      "marketing số|periklanan|โฆษณา")),
    ("finance", "economics",
     "finance and accounting", "金融・会計", "金融与会计", "금융·회계", "tài chính và kế toán",
     "keuangan dan akuntansi", "การเงินและการบัญชี",
     ("finance|accounting|fintech|stock market|金融|会計|株|フィンテック|财务|股票|회계|핀테크|tài chính|akuntansi|"
      "keuangan|การเงิน")),
    ("development-studies", "economics law-and-politics",
     "development and aid", "国際開発・国際協力", "国际发展与援助", "국제 개발 협력", "phát triển và viện trợ quốc tế",
     "pembangunan internasional", "การพัฒนาระหว่างประเทศ",
     ("international development|development studies|ODA|development aid|開発学|開発経済|国際開発|国际开发|"
      "发展研究|개발학|ODA Nhật Bản|phát triển quốc tế|studi pembangunan|พัฒนาระหว่างประเทศ")),
    ("law-and-politics", "",
     "law, politics and diplomacy", "法律・政治・外交", "法律、政治与外交", "법·정치·외교",
     "luật, chính trị, ngoại giao", "hukum, politik, diplomasi", "กฎหมาย การเมือง การทูต",
     ("law|politics|diplomacy|political science|horitsu|seiji|法律|政治|外交|法学|政治学|법학|정치학|외교|luật|"
      "chính trị|ngoại giao|hukum|politik|กฎหมาย|การเมือง")),
    ("international-relations", "law-and-politics",
     "international relations", "国際関係", "国际关系", "국제 관계", "quan hệ quốc tế",
     "hubungan internasional", "ความสัมพันธ์ระหว่างประเทศ",
     ("IR|global politics|kokusai kankei|国際関係学|国際政治|国际政治|국제정치|quan hệ đối ngoại|HI|"
      "การระหว่างประเทศ")),
    ("peace-studies", "international-relations",
     "peace and human rights", "平和・人権", "和平与人权", "평화·인권", "hòa bình và nhân quyền",
     "perdamaian dan HAM", "สันติภาพและสิทธิมนุษยชน",
     ("peace|human rights|refugees|heiwa|平和学|人権|難民|难民|人权|난민|인권|nhân quyền|hak asasi manusia|"
      "สิทธิมนุษยชน")),
    ("society", "",
     "society and media", "社会学・メディア", "社会学与传媒", "사회학·미디어", "xã hội và truyền thông",
     "ilmu sosial dan media", "สังคมวิทยาและสื่อ",
     ("sociology|social science|media studies|journalism|communication|shakaigaku|社会学|メディア|"
      "ジャーナリズム|社会科学|新闻学|传媒|사회학|언론학|xã hội học|báo chí|sosiologi|jurnalistik|สังคมวิทยา|"
      "นิเทศศาสตร์")),
    ("migration", "society",
     "migration and diversity", "移民と多文化共生", "移民与多元文化", "이주와 다문화", "di cư và đa văn hóa",
     "migrasi dan keberagaman", "การย้ายถิ่นและพหุวัฒนธรรม",
     ("immigration studies|multiculturalism|diversity|tabunka kyosei|多文化共生|多文化|ダイバーシティ|多元文化|다문화|"
      "đa văn hóa|multikultural|พหุวัฒนธรรม")),
    ("gender-studies", "society",
     "gender", "ジェンダー", "性别研究", "젠더", "nghiên cứu giới", "kajian gender", "เพศสภาพ",
     ("feminism|gender equality|フェミニズム|男女平等|女性学|女权|性别平等|페미니즘|성평등|bình đẳng giới|feminisme|"
      "ความเท่าเทียมทางเพศ")),
    ("ageing-society", "society public-health",
     "an ageing society", "少子高齢化", "老龄化社会", "고령화 사회", "xã hội già hóa", "masyarakat menua",
     "สังคมผู้สูงอายุ",
     ("ageing|aging population|low birth rate|welfare|高齢化|少子化|福祉|老龄化|少子化问题|저출산|고령화|"
      "già hóa dân số|populasi menua|สังคมสูงวัย")),
    ("education", "",
     "education", "教育", "教育", "교육", "giáo dục", "pendidikan", "การศึกษา",
     ("pedagogy|teacher training|kyoiku|教育学|教員養成|教育研究|교육학|sư phạm|giáo dục học|ilmu pendidikan|"
      "ครุศาสตร์|ศึกษาศาสตร์")),
    ("linguistics", "education culture-and-history",
     "linguistics", "言語学", "语言学", "언어학", "ngôn ngữ học", "linguistik", "ภาษาศาสตร์",
     "gengogaku|音声学|语音学|언어학 연구|ngôn ngữ học so sánh|ilmu bahasa"),
    ("culture-and-history", "",
     "culture and history", "文化・歴史", "文化与历史", "문화·역사", "văn hóa và lịch sử", "budaya dan sejarah",
     "วัฒนธรรมและประวัติศาสตร์",
     ("culture|history|humanities|archaeology|anthropology|rekishi|bunka|文化|歴史|人文|考古学|文化人類学|历史|"
      "문화|역사|인류학|văn hóa|lịch sử|khảo cổ|budaya|sejarah|วัฒนธรรม|ประวัติศาสตร์")),
    ("japanese-studies", "culture-and-history",
     "Japanese studies", "日本研究", "日本研究", "일본학", "Nhật Bản học", "studi Jepang", "ญี่ปุ่นศึกษา",
     ("japanology|japanese culture|japan studies|日本学|日本文化|日本文化研究|일본 문화|văn hóa Nhật|"
      "budaya Jepang|วัฒนธรรมญี่ปุ่น")),
    ("literature", "culture-and-history",
     "literature", "文学", "文学", "문학", "văn học", "sastra", "วรรณกรรม",
     "novels|poetry|haiku|bungaku|俳句|小説|詩|诗歌|小说|소설|시|하이쿠|tiểu thuyết|thơ|puisi|novel|นิยาย|ไฮกุ"),
    ("philosophy-and-religion", "culture-and-history",
     "philosophy and religion", "哲学・宗教", "哲学与宗教", "철학·종교", "triết học và tôn giáo",
     "filsafat dan agama", "ปรัชญาและศาสนา",
     ("philosophy|religious studies|buddhism|zen|tetsugaku|哲学|仏教|宗教学|禅|佛教|철학|불교|triết học|"
      "Phật giáo|filsafat|ปรัชญา|พุทธศาสนา")),
    ("art-and-design", "culture-and-history",
     "art and design", "美術・デザイン", "艺术与设计", "미술·디자인", "nghệ thuật và thiết kế", "seni dan desain",
     "ศิลปะและการออกแบบ",
     ("art|design|fine arts|graphic design|bijutsu|アート|デザイン|美術|艺术|设计|미술|디자인|nghệ thuật|thiết kế|"
      "desain grafis|seni rupa|ศิลปะ|ออกแบบ")),
    ("tourism", "",
     "tourism", "観光", "旅游业", "관광", "du lịch", "pariwisata", "การท่องเที่ยวศึกษา",
     ("tourism studies|tourism industry|inbound tourism|kanko|観光学|観光業|インバウンド|旅游管理|旅游产业|관광학|관광업|"
      "ngành du lịch|industri wisata|อุตสาหกรรมท่องเที่ยว")),
)
