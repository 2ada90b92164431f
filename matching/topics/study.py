"""Topics of studying, from choosing to graduating. How to read a row: `matching.topics.rows`."""

from __future__ import annotations

from matching.topics.rows import Row

# A topic reads as one block: id and parents, seven labels, further names.
# fmt: off
ROWS: tuple[Row, ...] = (
    ("choosing-a-course", "",
     "choosing what to study", "学部・専攻選び", "选专业", "전공 선택", "chọn ngành học", "memilih jurusan",
     "เลือกสาขาวิชา",
     ("major|choosing a major|course selection|which faculty|degree programme|学部選び|専攻|進路|shinro|"
      "gakubu|專業|学科|진로|학과|chuyên ngành|jurusan|prodi|คณะ|สาขา")),
    ("comparing-universities", "choosing-a-course",
     "comparing universities", "大学選び", "选大学", "대학 선택", "chọn trường đại học",
     "memilih universitas", "เลือกมหาวิทยาลัย",
     ("university ranking|which university|college choice|大学比較|志望校|daigaku erabi|择校|选校|대학교 비교|"
      "xếp hạng đại học|kampus mana|อันดับมหาวิทยาลัย")),
    ("degrees-in-english", "choosing-a-course",
     "degrees taught in English", "英語で取れる学位", "英语授课学位", "영어 학위 과정", "học bằng tiếng Anh",
     "kuliah berbahasa Inggris", "หลักสูตรภาษาอังกฤษ",
     ("english-taught programme|english program|study in english|G30|英語プログラム|英語コース|英語で学ぶ|英文授课|"
      "영어 트랙|chương trình tiếng Anh|program bahasa Inggris|หลักสูตรนานาชาติ")),
    ("admissions", "",
     "applying and entrance exams", "出願と入試", "申请与入学考试", "지원과 입시", "nộp hồ sơ và thi đầu vào",
     "pendaftaran dan ujian masuk", "การสมัครและสอบเข้า",
     ("application|entrance exam|getting into university|admission|入学試験|受験|願書|nyushi|juken|"
      "shutsugan|入学申请|报考|考试|입학|원서|tuyển sinh|xét tuyển|thi đại học|ujian masuk|mendaftar kuliah|"
      "สอบเข้า|สมัครเรียน")),
    ("eju", "admissions",
     "the EJU exam", "日本留学試験(EJU)", "日本留学考试(EJU)", "일본유학시험(EJU)", "kỳ thi du học EJU",
     "ujian EJU", "การสอบ EJU",
     ("EJU|examination for japanese university admission|留学試験|留考|ryugaku shiken|유학시험|thi EJU|"
      "สอบทุน EJU")),
    ("personal-statement", "admissions",
     "personal statements", "志望理由書", "个人陈述", "지원 동기서", "thư trình bày nguyện vọng",
     "surat motivasi", "เรียงความแนะนำตัว",
     ("statement of purpose|SOP|motivation letter|admission essay|志望動機|shibo riyu|留学动机|文书|자기소개서|"
      "지망 이유|bài luận|thư động lực|esai|จดหมายแสดงเจตจำนง")),
    ("admission-interviews", "admissions",
     "admission interviews", "入試の面接", "入学面试", "입학 면접", "phỏng vấn đầu vào",
     "wawancara masuk kampus", "สัมภาษณ์เข้าเรียน",
     ("university interview|面接試験|口頭試問|入試面接|面试准备|대학 면접|phỏng vấn đại học|wawancara beasiswa|"
      "สอบสัมภาษณ์")),
    ("scholarships", "",
     "scholarships", "奨学金", "奖学金", "장학금", "học bổng", "beasiswa", "ทุนการศึกษา",
     ("scholarship|financial aid|funding|grants for study|JASSO|shogakukin|syougakukin|スカラシップ|"
      "助学金|学费资助|장학생|xin học bổng|bantuan biaya|ขอทุน|ทุนเรียน")),
    ("mext-scholarship", "scholarships",
     "the MEXT scholarship", "国費留学生(文科省)", "文部科学省奖学金", "일본 정부 초청 장학금", "học bổng MEXT",
     "beasiswa MEXT", "ทุนมง (MEXT)",
     ("MEXT|monbukagakusho|monbusho|kokuhi|government scholarship|国費|文科省奨学金|文科省|国费留学|公费|국비 유학|"
      "문부과학성|học bổng chính phủ Nhật|Monbusho beasiswa|ทุนรัฐบาลญี่ปุ่น|ทุนมง")),
    ("tuition-and-costs", "",
     "fees and the cost of studying", "学費と留学費用", "学费与留学费用", "학비와 유학 비용",
     "học phí và chi phí du học", "biaya kuliah", "ค่าเล่าเรียนและค่าใช้จ่าย",
     ("tuition|tuition fees|cost of study|how much does it cost|fee waiver|授業料|学費|留学費用|授業料免除|"
      "gakuhi|学费|등록금|수업료|học phí|chi phí|uang kuliah|SPP|ค่าเทอม|ค่าเรียน")),
    ("exchange", "",
     "exchange semesters", "交換留学", "交换留学", "교환 학생", "trao đổi sinh viên", "pertukaran mahasiswa",
     "นักศึกษาแลกเปลี่ยน",
     ("exchange student|study abroad|exchange programme|semester abroad|koukan ryugaku|ryugaku|"
      "留学|短期交換|交换生|留學|교환학생|유학|du học|du học trao đổi|kuliah di luar negeri|แลกเปลี่ยน|"
      "เรียนต่อต่างประเทศ")),
    ("short-programmes", "exchange",
     "summer and short programmes", "短期留学・サマースクール", "短期项目与夏令营", "단기 연수·서머스쿨",
     "khóa học hè ngắn hạn", "program singkat dan musim panas", "หลักสูตรระยะสั้นภาคฤดูร้อน",
     ("summer school|short course|short stay|サマースクール|短期留学|短期研修|tanki ryugaku|短期留学项目|夏校|단기 유학|"
      "서머 스쿨|khóa ngắn hạn|trại hè|kursus singkat|ซัมเมอร์")),
    ("language-schools", "exchange",
     "Japanese language schools", "日本語学校", "日语学校", "일본어 학교", "trường Nhật ngữ",
     "sekolah bahasa Jepang", "โรงเรียนสอนภาษาญี่ปุ่น",
     ("language school|nihongo gakko|語学学校|语言学校|어학원|어학연수|trường tiếng Nhật|học tiếng ở Nhật|LPK|"
      "โรงเรียนภาษา")),
    ("vocational-schools", "",
     "vocational colleges", "専門学校", "专门学校", "전문학교", "trường nghề senmon",
     "sekolah kejuruan senmon", "วิทยาลัยวิชาชีพ",
     ("vocational school|senmon gakko|technical college|KOSEN|高専|専修学校|职业学校|专科|직업학교|"
      "cao đẳng nghề|trường senmon|vokasi|อาชีวะ|เซมมง")),
    ("graduate-school", "",
     "graduate school", "大学院進学", "读研究生院", "대학원 진학", "học cao học", "kuliah pascasarjana",
     "เรียนต่อบัณฑิตศึกษา",
     ("master's degree|masters|postgraduate|grad school|MBA|daigakuin|大学院|修士|修士課程|院試|读研|硕士|研究生院|"
      "대학원|석사|thạc sĩ|sau đại học|S2|magister|ปริญญาโท|ป.โท")),
    ("doctoral-studies", "graduate-school",
     "doctoral studies", "博士課程", "读博士", "박사 과정", "học tiến sĩ", "studi doktoral",
     "เรียนปริญญาเอก",
     ("PhD|doctorate|doctoral course|hakase|hakushi katei|博士|ドクター|博士后期|读博|박사|tiến sĩ|"
      "nghiên cứu sinh|S3|doktor|ปริญญาเอก|ป.เอก")),
    ("research-students", "graduate-school",
     "being a research student", "研究生(非正規)", "研究生(预科)", "연구생", "dự bị cao học (kenkyusei)",
     "mahasiswa riset (kenkyusei)", "นักศึกษาวิจัย",
     "kenkyusei|research student|研究生|非正規生|预备研究生|연구생 과정|sinh viên nghiên cứu|เคงคิวเซ"),
    ("finding-a-supervisor", "graduate-school",
     "finding a supervisor", "指導教員の探し方", "找导师", "지도 교수 찾기", "tìm giáo sư hướng dẫn",
     "mencari dosen pembimbing", "หาอาจารย์ที่ปรึกษา",
     ("supervisor|professor|contacting professors|advisor|指導教官|指導教授|教授にメール|shido kyoin|联系教授|套磁|"
      "지도교수|liên hệ giáo sư|giáo sư|profesor|pembimbing|ติดต่ออาจารย์")),
    ("research-proposals", "graduate-school finding-a-supervisor",
     "research proposals", "研究計画書", "研究计划书", "연구 계획서", "đề cương nghiên cứu",
     "proposal penelitian", "โครงร่างงานวิจัย",
     ("research plan|research proposal|kenkyu keikakusho|研究計画|研究计划|연구계획|kế hoạch nghiên cứu|"
      "rencana riset|แผนวิจัย")),
    ("thesis", "graduate-school",
     "writing a thesis", "論文・卒論の書き方", "写毕业论文", "논문 쓰기", "viết luận văn",
     "menulis skripsi dan tesis", "เขียนวิทยานิพนธ์",
     ("thesis|dissertation|graduation thesis|卒論|卒業論文|修論|論文|sotsuron|ronbun|论文|毕业论文|졸업 논문|학위 논문|"
      "luận văn|luận án|khóa luận|skripsi|tesis|วิทยานิพนธ์|ธีสิส")),
    ("publishing-papers", "thesis",
     "publishing and conferences", "学会発表と投稿論文", "发表论文与学会", "학회 발표와 논문 투고",
     "công bố và hội thảo khoa học", "publikasi dan konferensi", "ตีพิมพ์และประชุมวิชาการ",
     ("publish a paper|journal article|conference|academic conference|学会|査読|投稿論文|gakkai|期刊|投稿|"
      "학술대회|학회|bài báo khoa học|jurnal|konferensi ilmiah|ประชุมวิชาการ|ตีพิมพ์")),
    ("lab-life", "graduate-school campus-life",
     "life in a lab or seminar", "研究室・ゼミの生活", "研究室与研讨课", "연구실·세미나 생활",
     "đời sống phòng nghiên cứu", "kehidupan lab dan seminar", "ชีวิตในแล็บและสัมมนา",
     ("laboratory|lab|seminar|zemi|kenkyushitsu|研究室|ゼミ|ラボ|实验室|课题组|연구실|phòng thí nghiệm|"
      "phòng lab|laboratorium|ห้องแล็บ|ห้องวิจัย")),
    ("campus-life", "",
     "clubs and life on campus", "サークルと学生生活", "社团与校园生活", "동아리와 캠퍼스 생활",
     "câu lạc bộ và đời sống sinh viên", "klub dan kehidupan kampus", "ชมรมและชีวิตในมหาวิทยาลัย",
     ("campus life|student life|club|circle|bukatsu|学生生活|サークル|部活|キャンパスライフ|社团|大学生活|校园|동아리|대학 생활|"
      "캠퍼스|câu lạc bộ|đời sống sinh viên|UKM|organisasi mahasiswa|ชมรม|ชีวิตนักศึกษา")),
    ("campus-festivals", "campus-life",
     "university festivals", "学園祭・文化祭", "校园文化节", "대학 축제", "lễ hội trường", "festival kampus",
     "งานเทศกาลมหาวิทยาลัย",
     "gakuensai|bunkasai|school festival|学園祭|大学祭|文化祭|学园祭|대학축제|축제 준비|hội trường|งานวัฒนธรรม"),
    ("student-support", "campus-life",
     "student support and advice", "学生相談とサポート", "学生咨询与支持", "학생 상담과 지원",
     "hỗ trợ và tư vấn sinh viên", "layanan dan bimbingan mahasiswa", "บริการช่วยเหลือนักศึกษา",
     ("student office|tutor|counsellor|international office|国際課|留学生センター|チューター|学生課|留学生中心|学生处|"
      "유학생 센터|văn phòng sinh viên|kantor internasional|ศูนย์นักศึกษาต่างชาติ")),
    ("credits-and-grades", "campus-life",
     "credits and grades", "単位と成績", "学分与成绩", "학점과 성적", "tín chỉ và điểm số", "SKS dan nilai",
     "หน่วยกิตและเกรด",
     ("GPA|credit|grades|credit transfer|course registration|単位|成績|履修|tani|学分|绩点|选课|학점|수강 신청|"
      "tín chỉ|bảng điểm|IPK|เกรด|หน่วยกิต")),
    ("study-skills", "credits-and-grades",
     "study habits and exams", "勉強のこつと試験", "学习方法与考试", "공부법과 시험", "cách học và ôn thi",
     "cara belajar dan ujian", "เทคนิคเรียนและสอบ",
     ("study tips|how to study|exam preparation|report writing|勉強法|試験勉強|レポート|学习方法|复习|공부법|시험 공부|"
      "phương pháp học|ôn thi|cara belajar|เทคนิคการเรียน")),
    ("online-learning", "",
     "online and evening study", "オンライン・社会人の学び", "在线与在职学习", "온라인·직장인 학습",
     "học trực tuyến, vừa học vừa làm", "kuliah daring", "เรียนออนไลน์และนอกเวลา",
     ("online course|distance learning|MOOC|lifelong learning|evening classes|通信教育|社会人学生|リカレント|"
      "オンライン授業|网课|远程教育|원격 수업|평생 교육|học online|học từ xa|kuliah online|เรียนทางไกล")),
    ("double-degrees", "exchange graduate-school",
     "double degrees", "ダブルディグリー", "双学位", "복수 학위", "bằng kép", "gelar ganda", "ปริญญาควบ",
     "dual degree|joint degree|double degree|共同学位|联合学位|이중 학위|liên kết đào tạo|ปริญญาร่วม"),
    ("high-school-to-university", "",
     "from high school to university", "高校から大学へ", "从高中到大学", "고등학교에서 대학으로",
     "từ phổ thông lên đại học", "dari SMA ke universitas", "จากมัธยมสู่มหาวิทยาลัย",
     ("high school|high school student|高校生|高校|koukousei|高中生|高中|고등학생|học sinh cấp ba|THPT|SMA|"
      "siswa SMA|มัธยมปลาย|ม.ปลาย")),
    ("for-parents", "choosing-a-course",
     "questions parents ask", "保護者の疑問", "家长的疑问", "학부모 질문", "câu hỏi của phụ huynh",
     "pertanyaan orang tua", "คำถามของผู้ปกครอง",
     ("parents|my child wants to study|guardian|保護者|親|家长|父母|학부모|부모님|phụ huynh|bố mẹ|orang tua|"
      "ผู้ปกครอง|พ่อแม่")),
)
