"""Topics of practical help. How to read a row: `matching.topics.rows`."""

from __future__ import annotations

from matching.topics.rows import Row

# A topic reads as one block: id and parents, seven labels, further names.
# fmt: off
ROWS: tuple[Row, ...] = (
    ("housing", "",
     "finding a place to live", "住まい探し", "找住处", "집 구하기", "tìm chỗ ở", "mencari tempat tinggal",
     "หาที่อยู่",
     ("housing|accommodation|apartment|flat|room|house|apato|住まい|住居|部屋探し|家探し|アパート|住房|公寓|房子|집|"
      "방 구하기|숙소|nhà ở|chỗ ở|tìm nhà|tempat tinggal|apartemen|ที่พัก|อพาร์ตเมนต์|บ้าน")),
    ("dormitories", "housing campus-life",
     "dormitories", "学生寮", "学生宿舍", "기숙사", "ký túc xá", "asrama", "หอพัก",
     ("dorm|dormitory|student residence|hall of residence|ryo|寮|留学生寮|AP House|宿舍|寝室|생활관|KTX|"
      "ở ký túc|asrama mahasiswa|หอใน|หอนักศึกษา")),
    ("renting", "housing",
     "renting and guarantors", "賃貸と保証人", "租房与担保人", "임대와 보증인", "thuê nhà và người bảo lãnh",
     "sewa rumah dan penjamin", "เช่าบ้านและผู้ค้ำประกัน",
     ("rent|renting|lease|key money|deposit|guarantor|chintai|賃貸|家賃|敷金|礼金|保証人|租房|房租|押金|월세|보증금|"
      "thuê nhà|tiền thuê|sewa|kos|เช่าห้อง|ค่าเช่า")),
    ("shared-living", "housing",
     "shared flats", "シェアハウス", "合租", "셰어하우스", "ở ghép", "tinggal bersama (share house)",
     "แชร์เฮาส์",
     ("share house|roommate|flatmate|shared room|ルームシェア|ルームメイト|室友|合租房|룸메이트|룸셰어|ở chung|"
      "bạn cùng phòng|teman sekamar|รูมเมท")),
    ("moving-and-furniture", "housing",
     "moving and furniture", "引っ越しと家具", "搬家与家具", "이사와 가구", "chuyển nhà và đồ đạc",
     "pindahan dan perabot", "ย้ายบ้านและเฟอร์นิเจอร์",
     ("moving house|furniture|second-hand|used goods|hikkoshi|引っ越し|家具|家電|リサイクルショップ|搬家|二手|이사|중고|"
      "chuyển nhà|đồ cũ|pindah rumah|barang bekas|ย้ายหอ|ของมือสอง")),
    ("rubbish-rules", "housing neighbours",
     "rubbish and house rules", "ごみ出しと生活ルール", "垃圾分类与生活规则", "쓰레기 분리와 생활 규칙",
     "phân loại rác và nội quy", "aturan sampah dan rumah", "การทิ้งขยะและกฎบ้าน",
     ("garbage|trash|rubbish|garbage sorting|gomi|ごみ|ゴミ|分別|ごみ出し|垃圾|垃圾分类|분리수거|쓰레기|đổ rác|"
      "phân loại rác|buang sampah|ทิ้งขยะ")),
    ("visas", "",
     "visas and residence status", "ビザと在留資格", "签证与在留资格", "비자와 체류 자격", "visa và tư cách lưu trú",
     "visa dan izin tinggal", "วีซ่าและสถานะพำนัก",
     ("visa|residence status|student visa|immigration|zairyu|biza|ビザ|在留資格|査証|入管|签证|入管局|비자|체류자격|"
      "xin visa|tư cách lưu trú|izin tinggal|วีซ่า|ตม.")),
    ("work-visas", "visas",
     "work visas", "就労ビザ", "工作签证", "취업 비자", "visa lao động", "visa kerja", "วีซ่าทำงาน",
     ("working visa|change of status|highly skilled professional|shuro biza|高度人材|技人国|在留資格変更|工作签|"
      "高度人才|취업비자|visa kỹ sư|visa đi làm|izin kerja|วีซ่าแรงงาน")),
    ("family-visas", "visas",
     "bringing family over", "家族を呼ぶビザ", "接家人来日", "가족 초청 비자", "đón gia đình sang", "visa keluarga",
     "วีซ่าครอบครัว",
     ("family visa|dependent visa|bring my family|bring my wife|wife|husband|spouse visa|"
      "family stay|家族滞在|家族ビザ|配偶者ビザ|家族签证|가족 비자|visa gia đình|bảo lãnh gia đình|bawa keluarga|"
      "วีซ่าติดตาม")),
    ("permanent-residence", "visas",
     "permanent residence", "永住・帰化", "永住与归化", "영주권과 귀화", "vĩnh trú và nhập tịch",
     "izin tinggal tetap", "ถิ่นที่อยู่ถาวร",
     ("permanent resident|PR|citizenship|naturalisation|eiju|永住|永住権|帰化|国籍|永住权|归化|영주권|귀화|"
      "vĩnh trú|nhập quốc tịch|naturalisasi|วีซ่าถาวร|สัญชาติ")),
    ("work-permission", "visas part-time-work",
     "work permission for students", "資格外活動許可", "资格外活动许可", "자격 외 활동 허가", "giấy phép làm thêm",
     "izin kerja paruh waktu", "ใบอนุญาตทำงานพิเศษ",
     ("28 hours|part-time permit|shikakugai katsudo|資格外活動|28時間|资格外活动|자격외활동|28 giờ|28 tiếng|"
      "izin arubaito|28 ชั่วโมง")),
    ("arriving", "",
     "the first weeks after arriving", "来日したばかりの頃", "初到日本", "막 도착했을 때", "những tuần đầu ở Nhật",
     "minggu-minggu pertama di Jepang", "สัปดาห์แรกในญี่ปุ่น",
     ("arrival|just arrived|first days|orientation|settling in|来日|新生活|来たばかり|渡日|刚到日本|新生|도착 후|"
      "mới sang Nhật|mới đến|baru datang|baru tiba|เพิ่งมาถึง")),
    ("packing", "arriving",
     "what to bring", "持ち物と渡航準備", "行李与行前准备", "짐 싸기와 출국 준비", "hành lý cần mang", "barang bawaan",
     "ของที่ต้องเตรียมไป",
     ("packing|packing list|luggage|what to pack|flights|荷物|持ち物|渡航準備|航空券|行李|机票|짐 싸기|항공권|hành lý|"
      "vé máy bay|koper|tiket pesawat|กระเป๋าเดินทาง|ตั๋วเครื่องบิน")),
    ("city-office", "arriving",
     "the city office and paperwork", "役所の手続き", "政府窗口手续", "구청 행정 절차", "thủ tục ở ủy ban",
     "urusan kantor kota", "ติดต่อราชการ",
     ("city hall|ward office|my number|resident registration|residence card|paperwork|yakusho|"
      "役所|市役所|区役所|転入届|住民票|マイナンバー|在留カード|市政府|手续|주민 등록|구청|시청|thủ tục|thẻ ngoại kiều|"
      "kantor wali kota|kartu penduduk|สำนักงานเขต|ทำเอกสาร")),
    ("phones-and-internet", "arriving",
     "phones and internet", "スマホ・インターネット契約", "手机与上网", "휴대폰과 인터넷", "điện thoại và mạng",
     "ponsel dan internet", "โทรศัพท์และอินเทอร์เน็ต",
     ("sim card|mobile phone|wifi|internet|smartphone plan|スマホ|携帯|格安SIM|ネット|Wi-Fi|手机卡|手机|网络|휴대폰|"
      "유심|인터넷|sim|điện thoại|kartu SIM|pulsa|ซิมการ์ด|มือถือ")),
    ("culture-shock", "arriving",
     "culture shock", "カルチャーショック", "文化冲击", "문화 충격", "sốc văn hóa", "gegar budaya", "ช็อกวัฒนธรรม",
     ("homesick|homesickness|adapting|cultural differences|ホームシック|異文化適応|文化の違い|想家|适应|향수병|적응|"
      "nhớ nhà|thích nghi|rindu rumah|culture shock Jepang|คิดถึงบ้าน|ปรับตัว")),
    ("health-care", "",
     "doctors and health insurance", "病院と健康保険", "看病与医保", "병원과 건강보험", "khám bệnh và bảo hiểm",
     "dokter dan asuransi kesehatan", "หาหมอและประกันสุขภาพ",
     ("doctor|hospital|health insurance|clinic|dentist|byoin|病院|医者|健康保険|国民健康保険|歯医者|看病|医院|保险|병원|"
      "의사|건강 보험|bệnh viện|bác sĩ|bảo hiểm y tế|rumah sakit|BPJS|asuransi|โรงพยาบาล|หมอ|ประกัน")),
    ("mental-health", "health-care",
     "stress and mental health", "こころの健康", "心理健康", "마음 건강", "sức khỏe tinh thần",
     "kesehatan mental", "สุขภาพจิต",
     ("mental health|stress|depression|loneliness|burnout|メンタルヘルス|ストレス|孤独|悩み相談|压力|抑郁|孤独感|스트레스|"
      "우울|외로움|cô đơn|căng thẳng|áp lực|stres|kesepian|ความเครียด|เหงา")),
    ("pregnancy-and-birth", "health-care raising-children",
     "pregnancy and birth", "妊娠・出産", "怀孕与生育", "임신과 출산", "mang thai và sinh con",
     "kehamilan dan persalinan", "ตั้งครรภ์และคลอดบุตร",
     ("pregnancy|giving birth|baby|maternity|妊娠|出産|赤ちゃん|怀孕|生孩子|임신|출산|mang bầu|sinh em bé|hamil|"
      "melahirkan|ท้อง|คลอดลูก")),
    ("disability-support", "health-care student-support",
     "disability and access", "障害とバリアフリー", "残障与无障碍", "장애와 접근성", "khuyết tật và hỗ trợ tiếp cận",
     "disabilitas dan aksesibilitas", "ความพิการและการเข้าถึง",
     ("disability|wheelchair|accessibility|barrier-free|障害|障がい|バリアフリー|車いす|残疾|无障碍|장애|배리어프리|"
      "khuyết tật|xe lăn|difabel|คนพิการ")),
    ("money-and-tax", "",
     "banking, pensions and tax", "銀行・年金・税金", "银行、年金与税", "은행·연금·세금", "ngân hàng, lương hưu, thuế",
     "bank, pensiun, dan pajak", "ธนาคาร บำนาญ ภาษี",
     ("bank|tax|pension|money|banking|銀行|年金|税金|お金|银行|养老金|税|은행|연금|세금|ngân hàng|thuế|lương hưu|"
      "pajak|ธนาคาร|ภาษี")),
    ("bank-accounts", "money-and-tax",
     "bank accounts and cards", "口座とカード", "银行账户与卡", "계좌와 카드", "tài khoản và thẻ",
     "rekening dan kartu", "บัญชีธนาคารและบัตร",
     ("open a bank account|credit card|bank account|口座開設|クレジットカード|ゆうちょ|开户|信用卡|계좌 개설|신용카드|"
      "mở tài khoản|thẻ tín dụng|buka rekening|kartu kredit|เปิดบัญชี|บัตรเครดิต")),
    ("sending-money", "money-and-tax",
     "sending money home", "海外送金", "汇款回国", "해외 송금", "gửi tiền về nước", "mengirim uang ke rumah",
     "โอนเงินกลับบ้าน",
     ("remittance|money transfer|international transfer|送金|国際送金|汇款|송금|chuyển tiền|gửi tiền|"
      "kirim uang|transfer uang|โอนเงิน")),
    ("pension-refunds", "money-and-tax returning-home",
     "pension refunds", "年金の脱退一時金", "退年金", "연금 환급", "nhận lại tiền nenkin", "pencairan nenkin",
     "ขอคืนเงินบำนาญ",
     ("nenkin|lump-sum withdrawal|pension refund|dattai ichijikin|脱退一時金|年金脱退|退还年金|탈퇴 일시금|"
      "tiền nenkin|lấy nenkin|uang nenkin|เน็งคิง")),
    ("living-costs", "money-and-tax",
     "saving and the cost of living", "節約と生活費", "省钱与生活费", "절약과 생활비",
     "tiết kiệm và chi phí sinh hoạt", "hemat dan biaya hidup", "ประหยัดและค่าครองชีพ",
     ("cost of living|budget|saving money|living expenses|節約|生活費|物価|省钱|生活费|物价|생활비|물가|절약|"
      "sinh hoạt phí|tiết kiệm|biaya hidup|berhemat|ค่าครองชีพ|ประหยัดเงิน")),
    ("raising-children", "",
     "raising children", "子育て", "育儿", "육아", "nuôi con", "membesarkan anak", "เลี้ยงลูก",
     ("children|kids|parenting|kosodate|育児|子供|子ども|带孩子|养孩子|아이 키우기|nuôi dạy con|con cái|"
      "mengasuh anak|anak|เลี้ยงเด็ก")),
    ("nurseries-and-schools", "raising-children",
     "nurseries and schools", "保育園と学校", "托儿所与学校", "어린이집과 학교", "nhà trẻ và trường học",
     "penitipan anak dan sekolah", "เนอสเซอรี่และโรงเรียน",
     ("nursery|kindergarten|daycare|primary school|school for my child|hoikuen|保育園|幼稚園|学童|幼儿园|"
      "托儿|유치원|어린이집|nhà trẻ|mẫu giáo|TK|โรงเรียนอนุบาล")),
    ("marriage", "family-visas",
     "marriage across borders", "国際結婚", "跨国婚姻", "국제결혼", "kết hôn quốc tế",
     "pernikahan lintas negara", "แต่งงานข้ามชาติ",
     ("international marriage|wedding|getting married|dating|kokusai kekkon|結婚|恋愛|结婚|恋爱|결혼|연애|"
      "kết hôn|cưới|menikah|แต่งงาน|ความรัก")),
    ("returning-home", "",
     "moving back home", "帰国とその後", "回国之后", "귀국과 그 이후", "về nước", "pulang ke tanah air",
     "กลับประเทศ",
     ("going back home|return home|after returning|leaving japan|kikoku|帰国|帰国後|本帰国|回国|归国|귀국|"
      "về nước làm việc|hồi hương|pulang kampung|kembali ke negara|กลับบ้าน|กลับไทย")),
    ("reverse-culture-shock", "returning-home culture-shock",
     "settling in again at home", "逆カルチャーショック", "回国再适应", "귀국 후 재적응", "tái hòa nhập quê nhà",
     "beradaptasi lagi di rumah", "ปรับตัวหลังกลับบ้าน",
     ("reverse culture shock|readjusting|re-entry|逆カルチャー|再適応|逆向文化冲击|역문화 충격|sốc văn hóa ngược|"
      "gegar budaya balik|ช็อกวัฒนธรรมย้อนกลับ")),
    ("certificates", "returning-home",
     "certificates and transcripts", "証明書・成績証明", "证书与成绩单", "증명서와 성적표", "bằng cấp và bảng điểm",
     "ijazah dan transkrip", "ใบรับรองและทรานสคริปต์",
     ("transcript|certificate|graduation certificate|apostille|diploma recognition|証明書|卒業証明書|"
      "成績証明書|アポスティーユ|毕业证|成绩单|学历认证|졸업 증명서|성적 증명서|chứng nhận|công chứng|hợp pháp hóa|legalisasi|"
      "ijazah|ใบปริญญา|ทรานสคริปต์")),
    ("disaster-safety", "",
     "earthquakes and staying safe", "地震と防災", "地震与防灾", "지진과 안전", "động đất và an toàn",
     "gempa dan keselamatan", "แผ่นดินไหวและความปลอดภัย",
     ("earthquake|typhoon|tsunami|disaster|evacuation|jishin|地震|台風|津波|避難|防災|海啸|台风|지진|태풍|쓰나미|"
      "động đất|bão|sóng thần|gempa|topan|แผ่นดินไหว|สึนามิ|ไต้ฝุ่น")),
    ("emergencies", "disaster-safety",
     "emergencies and crime", "緊急時と防犯", "紧急情况与防盗", "긴급 상황과 방범", "khẩn cấp và an ninh",
     "keadaan darurat dan kejahatan", "เหตุฉุกเฉินและอาชญากรรม",
     ("police|ambulance|119|110|scam|lost property|警察|救急|詐欺|落とし物|报警|急救|诈骗|경찰|구급차|사기|công an|"
      "cấp cứu|lừa đảo|polisi|penipuan|ตำรวจ|รถพยาบาล")),
    ("legal-advice", "emergencies",
     "legal help and labour rights", "法律相談・労働問題", "法律援助与劳动权益", "법률·노동 상담",
     "hỗ trợ pháp lý, quyền lao động", "bantuan hukum dan hak buruh",
     "ปรึกษากฎหมายและสิทธิแรงงาน",
     ("lawyer|legal advice|labour rights|harassment|unpaid wages|弁護士|法律相談|労働問題|パワハラ|ハラスメント|律师|"
      "劳动纠纷|变호사|노동 상담|변호사|luật sư|quyền lao động|pengacara|hak pekerja|ทนายความ|สิทธิแรงงาน")),
    ("faith-and-diet", "",
     "prayer and what I can eat", "礼拝と食べられるもの", "信仰与饮食", "신앙과 음식", "tín ngưỡng và ăn kiêng",
     "ibadah dan makanan", "ศาสนาและอาหารที่กินได้",
     ("religion|faith|diet|dietary restrictions|food restrictions|宗教|食事制限|信仰|饮食禁忌|종교|음식 제한|"
      "tôn giáo|agama|ibadah|ศาสนา")),
    ("halal-food", "faith-and-diet",
     "halal food", "ハラール食", "清真食品", "할랄 음식", "đồ ăn halal", "makanan halal", "อาหารฮาลาล",
     ("halal|halal restaurant|pork-free|muslim food|ハラル|ハラール|清真|할랄|thức ăn halal|restoran halal|"
      "ฮาลาล")),
    ("vegetarian-food", "faith-and-diet",
     "vegetarian and vegan food", "ベジタリアン・ヴィーガン", "素食", "채식", "ăn chay", "makanan vegetarian",
     "อาหารมังสวิรัติ",
     ("vegetarian|vegan|plant-based|food allergy|菜食|ビーガン|ヴィーガン|アレルギー|吃素|过敏|비건|알레르기|thuần chay|"
      "dị ứng|vegan Jepang|alergi|มังสวิรัติ|เจ")),
    ("prayer-places", "faith-and-diet",
     "mosques, churches and prayer", "モスク・教会・祈りの場", "清真寺、教堂与祷告", "모스크·교회·기도처",
     "nhà thờ, thánh đường", "masjid, gereja, tempat ibadah", "มัสยิด โบสถ์ ที่ละหมาด",
     ("mosque|church|prayer room|ramadan|モスク|教会|礼拝堂|ラマダン|清真寺|教堂|斋月|모스크|교회|라마단|nhà thờ|"
      "thánh đường Hồi giáo|masjid|gereja|มัสยิด|โบสถ์|ละหมาด")),
    ("lgbtq-life", "making-friends",
     "LGBTQ+ life", "LGBTQ+の暮らし", "LGBTQ+生活", "LGBTQ+의 삶", "cuộc sống LGBTQ+", "kehidupan LGBTQ+",
     "ชีวิต LGBTQ+",
     ("LGBT|LGBTQ|gay|lesbian|transgender|queer|同性婚|トランスジェンダー|性的少数者|性少数|同志|성소수자|đồng tính|"
      "người chuyển giới|เพศทางเลือก|หลากหลายทางเพศ")),
    ("driving", "trains-and-buses",
     "driving licences", "運転免許", "驾照", "운전면허", "bằng lái xe", "SIM mengemudi", "ใบขับขี่",
     ("driving licence|driver's license|convert licence|driving school|menkyo|免許|外免切替|運転|教習所|"
      "换驾照|驾驶证|운전 면허|bằng lái|đổi bằng lái|surat izin mengemudi|ทำใบขับขี่|ขับรถ")),
)
