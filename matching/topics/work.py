"""Topics of work, from finding it to leading others. How to read a row: `matching.topics.rows`."""

from __future__ import annotations

from matching.topics.rows import Row

# A topic reads as one block: id and parents, seven labels, further names.
# fmt: off
ROWS: tuple[Row, ...] = (
    ("job-hunting", "",
     "job hunting in Japan", "日本での就職活動", "在日本找工作", "일본 취업 활동", "tìm việc ở Nhật",
     "mencari kerja di Jepang", "หางานในญี่ปุ่น",
     ("job hunting|job search|find a job|finding work|looking for a job|get a job|employment|"
      "shukatsu|syukatsu|shuukatsu|shushoku|就活|就職|就職活動|シューカツ|仕事探し|仕事を探す|就业|求职|找工作|求職|취업|취직|구직|"
      "일자리|xin việc|việc làm|tìm việc|kiếm việc|cari kerja|lowongan|pekerjaan|หางาน|สมัครงาน|"
      "งานทำ")),
    ("applications-and-cv", "job-hunting",
     "CVs and entry sheets", "履歴書とES", "简历与ES", "이력서와 ES", "sơ yếu lý lịch và ES",
     "CV dan lamaran kerja", "เรซูเม่และใบสมัคร",
     ("CV|resume|rirekisho|entry sheet|application form|cover letter|履歴書|エントリーシート|職務経歴書|简历|履历书|"
      "이력서|자소서|hồ sơ xin việc|lý lịch|surat lamaran|daftar riwayat hidup|ใบสมัครงาน|เรซูเม่")),
    ("job-interviews", "job-hunting",
     "job interviews", "就活の面接", "求职面试", "취업 면접", "phỏng vấn xin việc", "wawancara kerja",
     "สัมภาษณ์งาน",
     ("interview|interview practice|mensetsu|面接|面接対策|模擬面接|面试|면접|모의 면접|phỏng vấn|wawancara|"
      "สัมภาษณ์")),
    ("aptitude-tests", "job-hunting",
     "aptitude tests (SPI)", "適性検査(SPI)", "能力测试(SPI)", "적성 검사(SPI)", "kiểm tra năng lực (SPI)",
     "tes bakat kerja (SPI)", "แบบทดสอบ SPI",
     "SPI|aptitude test|web test|webテスト|適性検査|筆記試験|笔试|적성검사|인적성|bài test SPI|psikotes|ข้อสอบ SPI"),
    ("job-fairs", "job-hunting",
     "job fairs and company talks", "合同説明会・OB訪問", "招聘会与宣讲会", "취업 박람회·설명회", "hội chợ việc làm",
     "bursa kerja", "งานมหกรรมจัดหางาน",
     ("job fair|career fair|company information session|OB visit|setsumeikai|会社説明会|合説|OB・OG訪問|"
      "OB訪問|招聘会|宣讲会|채용 설명회|박람회|ngày hội việc làm|job fair kampus|งานจ็อบแฟร์")),
    ("internships", "job-hunting",
     "internships", "インターンシップ", "实习", "인턴십", "thực tập", "magang", "ฝึกงาน",
     ("internship|intern|インターン|就業体験|intan|实习生|实习机会|인턴|thực tập sinh|kiếm chỗ thực tập|PKL|"
      "สหกิจศึกษา|ฝึกงานบริษัท")),
    ("working-in-japan", "",
     "working in Japan", "日本で働くこと", "在日本工作", "일본에서 일하기", "làm việc ở Nhật", "bekerja di Jepang",
     "ทำงานในญี่ปุ่น",
     ("work in japan|working at a japanese company|life at a company|日本で働く|日本の会社|働く|日企|日本公司|工作|"
      "일본 회사|일본 직장|đi làm ở Nhật|công ty Nhật|kerja di Jepang|perusahaan Jepang|ทำงานญี่ปุ่น|"
      "บริษัทญี่ปุ่น|ทำงาน")),
    ("working-in-english", "working-in-japan job-hunting",
     "jobs in English", "英語で働く", "用英语工作", "영어로 일하기", "làm việc bằng tiếng Anh",
     "kerja dengan bahasa Inggris", "ทำงานใช้ภาษาอังกฤษ",
     ("english only job|work in english|no japanese required|english-speaking job|english only|"
      "英語だけで働く|英語の仕事|英語のみ|eigo de hataraku|只用英语工作|英语工作|英文工作|영어만|영어 직무|việc dùng tiếng Anh|"
      "kerja bahasa Inggris|งานภาษาอังกฤษ")),
    ("business-manners", "working-in-japan",
     "business manners", "ビジネスマナー", "商务礼仪", "비즈니스 매너", "phép lịch sự nơi công sở",
     "etika bisnis Jepang", "มารยาททางธุรกิจ",
     ("office etiquette|business cards|horenso|meishi|名刺交換|報連相|職場のマナー|职场礼仪|名片|직장 예절|"
      "văn hóa công sở|etiket kantor|มารยาทที่ทำงาน")),
    ("work-life-balance", "working-in-japan work-and-family",
     "hours, leave and overtime", "残業・休暇と働き方", "加班与休假", "야근·휴가와 워라밸",
     "giờ làm, nghỉ phép, tăng ca", "jam kerja, cuti, dan lembur", "ชั่วโมงงาน วันลา โอที",
     ("work-life balance|overtime|paid leave|holidays at work|残業|有給|ワークライフバランス|働き方改革|zangyo|加班|"
      "带薪休假|야근|워라밸|tăng ca|nghỉ phép|lembur|cuti|โอที|วันลา")),
    ("pay-and-contracts", "working-in-japan",
     "pay and contracts", "給料と雇用契約", "工资与合同", "급여와 근로 계약", "lương và hợp đồng",
     "gaji dan kontrak", "เงินเดือนและสัญญาจ้าง",
     ("salary|wages|employment contract|bonus|kyuryo|給料|年収|給与|雇用契約|ボーナス|薪水|工资|급여|연봉|월급|lương|"
      "tiền lương|gaji|upah|เงินเดือน|สัญญาจ้าง")),
    ("remote-work", "working-in-japan",
     "remote work", "リモートワーク", "远程办公", "재택근무", "làm việc từ xa", "kerja jarak jauh",
     "ทำงานทางไกล",
     ("work from home|telework|digital nomad|WFH|テレワーク|在宅勤務|ノマド|居家办公|재택|원격 근무|làm ở nhà|"
      "kerja dari rumah|ทำงานที่บ้าน")),
    ("specified-skills", "working-in-japan",
     "specified skilled work", "特定技能・技能実習", "特定技能与技能实习", "특정기능·기능실습",
     "kỹ năng đặc định, thực tập kỹ năng", "tokutei ginou dan magang teknis", "แรงงานทักษะเฉพาะ",
     ("tokutei ginou|tokutei gino|SSW|technical intern|ginou jisshu|特定技能|技能実習|育成就労|技能实习|특정기능|"
      "기능실습|kỹ năng đặc định|thực tập sinh kỹ năng|đơn hàng|ฝึกงานเทคนิค|โทคุเทกิโนะ")),
    ("japan-skills-abroad", "",
     "using Japan experience abroad", "日本での経験を海外で生かす", "在海外发挥留日经验", "일본 경험을 해외에서 살리기",
     "dùng kinh nghiệm Nhật ở nước ngoài", "memakai pengalaman Jepang",
     "ใช้ประสบการณ์ญี่ปุ่นในต่างแดน",
     ("work with japan from abroad|japan-related work|career after japan|日本の経験|海外で働く|海外就職|留日经历|"
      "海外工作|해외 취업|일본 경력|việc liên quan đến Nhật|pengalaman Jepang|งานเกี่ยวกับญี่ปุ่น")),
    ("japanese-firms-abroad", "japan-skills-abroad",
     "Japanese firms abroad", "海外の日系企業", "海外日企", "해외 일본계 기업", "công ty Nhật ở nước ngoài",
     "perusahaan Jepang di luar negeri", "บริษัทญี่ปุ่นในต่างประเทศ",
     ("japanese company overseas|nikkei kigyo|日系企業|日資|日资企业|일본계 기업|일본계 회사|"
      "công ty Nhật tại Việt Nam|PMA Jepang|บริษัทญี่ปุ่นในไทย")),
    ("trade-with-japan", "japan-skills-abroad",
     "trade with Japan", "日本との貿易", "对日贸易", "일본과의 무역", "giao thương với Nhật",
     "perdagangan dengan Jepang", "การค้ากับญี่ปุ่น",
     ("import export|trading company|shosha|logistics|貿易|商社|輸出入|物流|进出口|外贸|무역|상사|물류|"
      "xuất nhập khẩu|thương mại|ekspor impor|นำเข้าส่งออก|โลจิสติกส์")),
    ("starting-a-business", "",
     "starting a business", "起業", "创业", "창업", "khởi nghiệp", "memulai usaha", "เริ่มธุรกิจ",
     ("startup|start-up|entrepreneur|own company|founding a company|kigyo|スタートアップ|ベンチャー|会社を作る|"
      "創業|创办公司|스타트업|사업|mở công ty|kinh doanh|wirausaha|bisnis sendiri|สตาร์ทอัพ|เปิดบริษัท")),
    ("raising-capital", "starting-a-business",
     "investors and funding", "投資と資金調達", "投资与融资", "투자와 자금 조달", "vốn và nhà đầu tư",
     "investor dan pendanaan", "นักลงทุนและเงินทุน",
     ("venture capital|VC|fundraising|investor|資金調達|投資家|クラウドファンディング|融资|风投|투자 유치|gọi vốn|"
      "nhà đầu tư|modal usaha|ระดมทุน")),
    ("social-business", "starting-a-business volunteering",
     "social enterprise and NGOs", "社会的企業・NPO", "社会企业与公益组织", "사회적 기업·NGO",
     "doanh nghiệp xã hội và NGO", "usaha sosial dan LSM", "ธุรกิจเพื่อสังคมและ NGO",
     ("social business|NGO|NPO|nonprofit|SDGs|ソーシャルビジネス|国際協力|公益|非营利|비영리|phi chính phủ|"
      "phi lợi nhuận|LSM|องค์กรไม่แสวงกำไร")),
    ("changing-jobs", "",
     "changing jobs", "転職", "跳槽", "이직", "chuyển việc", "pindah kerja", "เปลี่ยนงาน",
     ("change jobs|career change|new job|mid-career|tenshoku|転職活動|中途採用|キャリアチェンジ|转职|换工作|전직|"
      "커리어 전환|đổi việc|nhảy việc|ganti pekerjaan|ย้ายงาน")),
    ("freelancing", "changing-jobs",
     "freelancing and side jobs", "フリーランス・副業", "自由职业与副业", "프리랜서·부업", "làm tự do và việc phụ",
     "kerja lepas dan sampingan", "ฟรีแลนซ์และงานเสริม",
     ("freelance|freelancer|side job|gig|副業|フリーランス|個人事業|自由职业|副业|프리랜서|부업|투잡|việc làm thêm tự do|"
      "làm freelance|pekerja lepas|ฟรีแลนซ์")),
    ("part-time-work", "",
     "part-time work", "アルバイト", "打工", "아르바이트", "làm thêm", "kerja paruh waktu", "งานพาร์ตไทม์",
     ("part-time job|part time|arubaito|baito|バイト|パート|arbeit|兼职|勤工俭学|알바|시간제|việc làm thêm|"
      "đi làm thêm|baito di Jepang|kerja sambilan|พาร์ทไทม์|ไบโตะ|งานพิเศษ")),
    ("work-and-family", "",
     "work and family", "仕事と家庭の両立", "兼顾工作与家庭", "일과 가정", "công việc và gia đình",
     "kerja dan keluarga", "งานกับครอบครัว",
     ("balancing work and family|working parents|maternity leave|parental leave|共働き|育休|産休|両立|"
      "育儿假|产假|육아 휴직|맞벌이|nghỉ thai sản|cuti melahirkan|ลาคลอด")),
    ("women-at-work", "work-and-family",
     "women at work", "女性のキャリア", "女性职场", "여성의 커리어", "phụ nữ và sự nghiệp", "karier perempuan",
     "ผู้หญิงกับการทำงาน",
     ("women's careers|working women|gender at work|働く女性|女性活躍|女性就业|职场女性|여성 직장인|phụ nữ đi làm|"
      "wanita karier|ผู้หญิงทำงาน")),
    ("academia", "doctoral-studies",
     "a career in academia", "研究者としてのキャリア", "学术职业", "연구자의 길", "sự nghiệp học thuật",
     "karier akademik", "อาชีพสายวิชาการ",
     ("academic career|postdoc|becoming a professor|lecturer|ポスドク|大学教員|研究者|博士后|大学教师|포닥|교수가 되는 길|"
      "giảng viên|nhà nghiên cứu|dosen|peneliti|โพสต์ด็อก|นักวิจัย")),
    ("industry-research", "academia",
     "research jobs in industry", "企業の研究開発", "企业研发", "기업 연구개발", "nghiên cứu trong doanh nghiệp",
     "riset di industri", "งานวิจัยในภาคเอกชน",
     ("R&D|research and development|research engineer|研究開発|研究職|企業研究者|研发|연구직|"
      "nghiên cứu và phát triển|litbang|วิจัยและพัฒนา")),
    ("it-jobs", "job-hunting computing",
     "IT and software jobs", "IT・ソフトウェアの仕事", "IT与软件工作", "IT·소프트웨어 직무", "việc làm IT",
     "pekerjaan IT", "งานไอที",
     ("IT job|software engineer|programmer|developer job|web developer|エンジニア就職|プログラマー|SE|IT業界|"
      "程序员|码农|개발자|프로그래머|lập trình viên|kỹ sư phần mềm|lowongan programmer|โปรแกรมเมอร์")),
    ("manufacturing-jobs", "job-hunting engineering",
     "engineering and factory jobs", "ものづくり・技術職", "制造业与技术岗", "제조업·기술직",
     "việc kỹ thuật và sản xuất", "kerja teknik dan manufaktur", "งานวิศวกรรมและโรงงาน",
     ("manufacturing|engineer job|automotive industry|factory|製造業|技術職|メーカー|自動車業界|制造业|工厂|제조업|생산직|"
      "nhà máy|kỹ sư cơ khí|pabrik|โรงงาน|ยานยนต์")),
    ("hospitality-jobs", "job-hunting tourism",
     "hotel and restaurant jobs", "ホテル・飲食の仕事", "酒店与餐饮工作", "호텔·외식업 직무", "việc khách sạn, nhà hàng",
     "kerja hotel dan restoran", "งานโรงแรมและร้านอาหาร",
     ("hotel job|hospitality|restaurant job|service industry|ホテル業|飲食業|接客|旅館|酒店工作|服务业|호텔 취업|"
      "khách sạn|nhà hàng|perhotelan|งานบริการ")),
    ("care-jobs", "job-hunting health-care",
     "care and nursing jobs", "介護・看護の仕事", "护理与看护工作", "간병·간호 직무", "việc điều dưỡng, hộ lý",
     "kerja perawat dan kaigo", "งานดูแลและพยาบาล",
     ("caregiver|kaigo|nurse job|elderly care|介護|介護福祉士|看護師|护工|养老护理|요양보호|간병인|hộ lý|"
      "điều dưỡng Nhật|perawat lansia|ผู้บริบาล|ดูแลผู้สูงอายุ")),
    ("teaching-jobs", "job-hunting teaching-languages",
     "teaching jobs", "教える仕事(ALTなど)", "教学工作", "교직·강사 일", "việc giảng dạy", "kerja mengajar",
     "งานสอน",
     ("ALT|JET programme|english teacher|teaching job|assistant language teacher|教師|先生|英語教師|教员|"
      "外教|강사|교사|giáo viên|dạy tiếng Anh|guru|ครู|สอนภาษา")),
    ("finance-jobs", "job-hunting economics",
     "finance and consulting jobs", "金融・コンサルの仕事", "金融与咨询工作", "금융·컨설팅 직무",
     "việc tài chính, tư vấn", "kerja keuangan dan konsultan", "งานการเงินและที่ปรึกษา",
     ("bank job|consulting|consultant|accountant|金融業界|コンサル|銀行員|会計士|咨询行业|银行工作|컨설팅|금융권|"
      "ngân hàng đầu tư|kế toán|akuntan|konsultan|ที่ปรึกษาธุรกิจ|บัญชี")),
    ("public-sector", "law-and-politics",
     "government and the UN", "公務員・国際機関", "公务员与国际组织", "공무원·국제기구", "cơ quan nhà nước và quốc tế",
     "PNS dan lembaga internasional", "ราชการและองค์การระหว่างประเทศ",
     ("civil service|civil servant|united nations|UN|JICA|embassy|diplomat|国連|国際機関|公務員|大使館|公务员|"
      "联合国|공무원|국제기구|công chức|liên hợp quốc|đại sứ quán|PNS|ASN|PBB|ข้าราชการ|สหประชาชาติ")),
    ("creative-jobs", "job-hunting",
     "creative and media jobs", "クリエイティブ・メディア職", "创意与媒体工作", "크리에이티브·미디어 직무",
     "việc sáng tạo, truyền thông", "kerja kreatif dan media", "งานสร้างสรรค์และสื่อ",
     ("designer|game developer|animator|content creator|youtuber|デザイナー|アニメーター|ゲーム業界|マスコミ|设计师|"
      "动画师|디자이너|영상 편집|nhà thiết kế|truyền thông|desainer|นักออกแบบ")),
    ("leadership", "working-in-japan",
     "leading teams", "マネジメントとチーム作り", "团队管理", "팀 리더십", "dẫn dắt đội nhóm", "memimpin tim",
     "การนำทีม",
     ("leadership|management skills|manager|team building|リーダーシップ|管理職|マネージャー|领导力|管理|리더십|매니저|"
      "quản lý đội|lãnh đạo|kepemimpinan|ผู้นำ|หัวหน้างาน")),
    ("mentoring", "",
     "mentoring", "メンタリング", "职业导师", "멘토링", "cố vấn, đồng hành", "mentoring karier",
     "พี่เลี้ยงให้คำปรึกษา",
     ("mentor|mentee|career advice|career planning|メンター|キャリア相談|進路相談|职业规划|职业咨询|멘토|진로 상담|"
      "cố vấn nghề nghiệp|tư vấn nghề|konsultasi karier|ที่ปรึกษาอาชีพ|เมนเทอร์")),
    ("hiring-graduates", "job-hunting",
     "hiring international talent", "外国人材の採用", "招聘国际人才", "외국인 인재 채용",
     "tuyển dụng nhân tài quốc tế", "merekrut talenta asing", "จ้างบุคลากรต่างชาติ",
     ("recruiting|hiring|recruitment|HR|採用|人事|外国人採用|saiyo|留学生採用|招聘|人力资源|채용|인사|tuyển dụng|"
      "nhân sự|rekrutmen|HRD|จ้างงาน|ฝ่ายบุคคล")),
)
