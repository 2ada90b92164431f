"""Topics of languages and learning them. How to read a row: `matching.topics.rows`."""

from __future__ import annotations

from matching.topics.rows import Row

# A topic reads as one block: id and parents, seven labels, further names.
# fmt: off
ROWS: tuple[Row, ...] = (
    ("learning-japanese", "",
     "learning Japanese", "日本語の勉強", "学日语", "일본어 공부", "học tiếng Nhật", "belajar bahasa Jepang",
     "เรียนภาษาญี่ปุ่น",
     ("study japanese|japanese language|nihongo|Japanese lessons|日本語|日本語学習|にほんご|日语|日文|学日文|일본어|"
      "일어|tiếng Nhật|bahasa Jepang|ภาษาญี่ปุ่น")),
    ("japanese-conversation", "learning-japanese",
     "speaking Japanese", "日本語会話", "日语口语", "일본어 회화", "hội thoại tiếng Nhật",
     "percakapan bahasa Jepang", "สนทนาภาษาญี่ปุ่น",
     ("japanese conversation|talk in japanese|kaiwa|日常会話|会話練習|日本語で話す|口语练习|日语会话|회화 연습|"
      "luyện nói tiếng Nhật|giao tiếp tiếng Nhật|ngobrol bahasa Jepang|ฝึกพูดญี่ปุ่น")),
    ("kanji", "learning-japanese",
     "kanji", "漢字", "日语汉字", "한자", "chữ Hán (kanji)", "huruf kanji", "คันจิ",
     ("kanji study|hiragana|katakana|かな|ひらがな|カタカナ|漢字検定|汉字|假名|한자 공부|히라가나|chữ kanji|hán tự|"
      "tulisan Jepang|ตัวอักษรคันจิ|ฮิรางานะ")),
    ("grammar-and-reading", "learning-japanese",
     "Japanese reading and grammar", "日本語の読解と文法", "日语阅读与语法", "일본어 독해와 문법",
     "đọc hiểu và ngữ pháp Nhật", "membaca dan tata bahasa Jepang", "อ่านและไวยากรณ์ญี่ปุ่น",
     ("grammar|reading japanese|japanese books|bunpo|文法|読解|語法|语法|阅读|문법|독해|ngữ pháp|đọc hiểu|"
      "tata bahasa|ไวยากรณ์")),
    ("pronunciation", "japanese-conversation",
     "accent and pronunciation", "発音とアクセント", "发音与语调", "발음과 억양", "phát âm và ngữ điệu",
     "pelafalan dan aksen", "การออกเสียงและสำเนียง",
     "pronunciation|accent|pitch accent|hatsuon|発音|アクセント|发音|语调|발음|억양|phát âm|pelafalan|ออกเสียง"),
    ("keeping-up-japanese", "learning-japanese",
     "keeping up one's Japanese", "日本語を忘れないために", "保持日语水平", "일본어 실력 유지", "giữ vốn tiếng Nhật",
     "menjaga bahasa Jepang", "รักษาทักษะภาษาญี่ปุ่น",
     ("maintain japanese|forgetting japanese|not forget japanese|日本語を忘れる|日本語を保つ|日本語力維持|日语生疏|"
      "不忘日语|일본어 까먹지|일본어 유지|quên tiếng Nhật|lupa bahasa Jepang|ลืมภาษาญี่ปุ่น")),
    ("academic-japanese", "learning-japanese",
     "Japanese for university", "大学での日本語", "大学日语", "대학 일본어", "tiếng Nhật học thuật",
     "bahasa Jepang akademik", "ภาษาญี่ปุ่นเพื่อการเรียน",
     ("academic japanese|japanese for lectures|japanese presentation|アカデミック日本語|レポートの日本語|学术日语|"
      "학술 일본어|tiếng Nhật ở đại học|ภาษาญี่ปุ่นเชิงวิชาการ")),
    ("japanese-at-work", "learning-japanese working-in-japan",
     "Japanese at work and honorifics", "仕事の日本語と敬語", "职场日语与敬语", "비즈니스 일본어와 경어",
     "tiếng Nhật công sở và kính ngữ", "bahasa Jepang di tempat kerja",
     "ภาษาญี่ปุ่นที่ทำงานและคำสุภาพ",
     ("business japanese|keigo|honorifics|polite japanese|敬語|ビジネス日本語|けいご|商务日语|敬语|비즈니스일본어|경어|존댓말|"
      "kính ngữ|tiếng Nhật thương mại|bahasa Jepang bisnis|ภาษาสุภาพ|เคโกะ")),
    ("jlpt", "learning-japanese",
     "the Japanese language test (JLPT)", "日本語能力試験(JLPT)", "日语能力考试(JLPT)", "일본어능력시험(JLPT)",
     "kỳ thi năng lực tiếng Nhật", "ujian JLPT", "สอบวัดระดับ JLPT",
     ("JLPT|N1|N2|N3|N4|N5|noken|noryoku shiken|nihongo noryoku shiken|日本語能力試験|能力試験|能試|日语等级考试|"
      "日语一级|일본어 능력 시험|năng lực tiếng Nhật|thi JLPT|tes JLPT|สอบ N1|สอบวัดระดับภาษาญี่ปุ่น")),
    ("business-japanese-tests", "jlpt japanese-at-work",
     "business Japanese tests (BJT)", "BJTなどビジネス日本語試験", "商务日语考试(BJT)", "비즈니스 일본어 시험(BJT)",
     "thi tiếng Nhật thương mại (BJT)", "ujian bahasa Jepang bisnis (BJT)",
     "สอบญี่ปุ่นธุรกิจ (BJT)",
     "BJT|J.TEST|ビジネス日本語能力テスト|JTEST|商务日语能力|BJT 시험|thi BJT|tes BJT"),
    ("dialects", "learning-japanese",
     "dialects", "方言", "方言", "사투리", "phương ngữ", "dialek", "ภาษาถิ่น",
     ("dialect|kansai dialect|hogen|hougen|関西弁|大分弁|博多弁|kansaiben|方言日语|방언|간사이벤|tiếng địa phương|"
      "logat|สำเนียงคันไซ")),
    ("easy-japanese", "learning-japanese",
     "plain Japanese for everyone", "やさしい日本語", "简明日语", "쉬운 일본어", "tiếng Nhật dễ hiểu",
     "bahasa Jepang mudah", "ภาษาญี่ปุ่นง่าย ๆ",
     ("easy japanese|plain japanese|yasashii nihongo|やさしいにほんご|简单日语|쉬운일본어|tiếng Nhật đơn giản|"
      "bahasa Jepang sederhana|ญี่ปุ่นอย่างง่าย")),
    ("practising-english", "",
     "practising English", "英会話の練習", "练习英语", "영어 회화 연습", "luyện tiếng Anh",
     "latihan bahasa Inggris", "ฝึกภาษาอังกฤษ",
     ("english|english conversation|speak english|eikaiwa|英語|英会話|英語を話す|英語の勉強|英语|英文|영어|영어 회화|"
      "tiếng Anh|học tiếng Anh|bahasa Inggris|ภาษาอังกฤษ|ฝึกพูดอังกฤษ")),
    ("english-tests", "practising-english",
     "English tests (IELTS, TOEFL)", "英語試験(TOEFL・IELTS)", "英语考试(托福雅思)", "영어 시험(토플·아이엘츠)",
     "thi tiếng Anh (IELTS, TOEFL)", "tes bahasa Inggris (IELTS, TOEFL)",
     "สอบภาษาอังกฤษ (IELTS, TOEFL)",
     ("IELTS|TOEFL|TOEIC|english exam|eiken|トーフル|アイエルツ|トーイック|英検|托福|雅思|托业|토플|토익|아이엘츠|thi IELTS|"
      "chứng chỉ tiếng Anh|tes TOEFL|โทอิค|โทเฟล")),
    ("business-english", "practising-english",
     "English at work", "ビジネス英語", "商务英语", "비즈니스 영어", "tiếng Anh công sở", "bahasa Inggris bisnis",
     "ภาษาอังกฤษธุรกิจ",
     ("business english|english presentation|english e-mails|仕事の英語|英語プレゼン|职场英语|업무 영어|"
      "tiếng Anh thương mại|presentasi bahasa Inggris|อังกฤษในที่ทำงาน")),
    ("language-partners", "",
     "language partners", "言語交換パートナー", "语言交换伙伴", "언어 교환 친구", "bạn học ngôn ngữ",
     "teman bertukar bahasa", "เพื่อนแลกเปลี่ยนภาษา",
     ("language exchange|tandem|conversation partner|言語交換|タンデム|会話パートナー|语言交换|语伴|언어 교환|"
      "trao đổi ngôn ngữ|tukar bahasa|แลกเปลี่ยนภาษา")),
    ("teaching-languages", "",
     "teaching languages", "語学を教えること", "教语言", "언어 가르치기", "dạy ngôn ngữ", "mengajar bahasa",
     "สอนภาษาต่างประเทศ",
     ("language teaching|teach japanese|japanese teacher|日本語教師|日本語教育|語学教師|教日语|日语教师|일본어 강사|언어 교육|"
      "dạy tiếng Nhật|giáo viên tiếng Nhật|guru bahasa|ครูสอนภาษา")),
    ("translation", "",
     "translation and interpreting", "翻訳・通訳", "翻译", "통번역", "biên phiên dịch", "penerjemahan",
     "แปลและล่าม",
     ("translation|translator|interpreter|interpreting|honyaku|tsuyaku|翻訳|通訳|口译|笔译|번역|통역|"
      "phiên dịch|biên dịch|dịch thuật|penerjemah|juru bahasa|แปลภาษา|ล่าม")),
    ("learning-chinese", "",
     "Chinese", "中国語", "中文", "중국어", "tiếng Trung", "bahasa Mandarin", "ภาษาจีน",
     ("mandarin|learn chinese|HSK|普通话|汉语|中国語学習|広東語|粤语|hanyu|chugokugo|중국어 공부|học tiếng Trung|"
      "tiếng Hoa|mandarin HSK|เรียนภาษาจีน")),
    ("learning-korean", "",
     "Korean", "韓国語", "韩语", "한국어", "tiếng Hàn", "bahasa Korea", "ภาษาเกาหลี",
     ("korean language|hangul|TOPIK|ハングル|韓国語学習|kankokugo|韩文|朝鲜语|한국어 공부|học tiếng Hàn|"
      "belajar bahasa Korea|เรียนเกาหลี")),
    ("learning-vietnamese", "",
     "Vietnamese", "ベトナム語", "越南语", "베트남어", "tiếng Việt", "bahasa Vietnam", "ภาษาเวียดนาม",
     ("vietnamese language|learn vietnamese|betonamugo|越南话|베트남 말|học tiếng Việt|"
      "belajar bahasa Vietnam")),
    ("learning-indonesian", "",
     "Indonesian and Malay", "インドネシア語・マレー語", "印尼语与马来语", "인도네시아어·말레이어",
     "tiếng Indonesia và Mã Lai", "bahasa Indonesia dan Melayu", "ภาษาอินโดนีเซียและมลายู",
     ("bahasa indonesia|malay language|bahasa melayu|インドネシア語|マレー語|印尼语|马来语|인도네시아어|"
      "tiếng Indonesia|tiếng Mã Lai|ภาษาอินโดนีเซีย|ภาษามลายู")),
    ("learning-thai", "",
     "Thai", "タイ語", "泰语", "태국어", "tiếng Thái", "bahasa Thai", "ภาษาไทย",
     "thai language|learn thai|taigo|タイ語学習|泰文|태국말|học tiếng Thái|belajar bahasa Thai"),
    ("learning-french", "",
     "French", "フランス語", "法语", "프랑스어", "tiếng Pháp", "bahasa Prancis", "ภาษาฝรั่งเศส",
     "french language|français|furansugo|法文|불어|học tiếng Pháp"),
    ("learning-spanish", "",
     "Spanish and Portuguese", "スペイン語・ポルトガル語", "西语与葡语", "스페인어·포르투갈어",
     "tiếng Tây Ban Nha, Bồ Đào Nha", "bahasa Spanyol dan Portugis", "ภาษาสเปนและโปรตุเกส",
     ("spanish|portuguese|español|português|スペイン語|ポルトガル語|西班牙语|葡萄牙语|스페인어|포르투갈어|tiếng Tây Ban Nha|"
      "tiếng Bồ Đào Nha|bahasa Spanyol|ภาษาสเปน")),
    ("learning-german", "",
     "German", "ドイツ語", "德语", "독일어", "tiếng Đức", "bahasa Jerman", "ภาษาเยอรมัน",
     "german language|deutsch|doitsugo|德文|học tiếng Đức"),
    ("learning-arabic", "",
     "Arabic", "アラビア語", "阿拉伯语", "아랍어", "tiếng Ả Rập", "bahasa Arab", "ภาษาอาหรับ",
     "arabic language|العربية|アラビア語学習|học tiếng Ả Rập"),
    ("sign-language", "",
     "sign language", "手話", "手语", "수어", "ngôn ngữ ký hiệu", "bahasa isyarat", "ภาษามือ",
     "sign languages|deaf|shuwa|聴覚障害|聋人|수화|ký hiệu tay|tuna rungu|คนหูหนวก"),
    ("growing-up-bilingual", "raising-children",
     "growing up with two languages", "バイリンガル子育て", "双语成长", "이중 언어 성장", "lớn lên với hai ngôn ngữ",
     "tumbuh dwibahasa", "เติบโตสองภาษา",
     ("bilingual|bilingual children|mother tongue|heritage language|バイリンガル|継承語|母語|双语|双语教育|母语|"
      "이중 언어|모국어|song ngữ|dwibahasa|สองภาษา")),
)
