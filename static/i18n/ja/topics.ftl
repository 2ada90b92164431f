# 話題の名前。idはmatching/taxonomy.pyと同じ。ここでの順番が画面での順番になる。
# 「」に入れて文中で使うので、名詞で止め、句点は付けない。

area-study = 学び
topic-choosing-a-course = 学部・専攻選び
topic-admissions = 出願と入試
topic-scholarships = 奨学金
topic-tuition-and-costs = 学費と留学費用
topic-graduate-school = 大学院進学
topic-exchange = 交換留学
topic-thesis = 論文・卒論の書き方
topic-lab-life = 研究室・ゼミの生活
topic-campus-life = サークルと学生生活

area-work = 仕事
topic-job-hunting = 日本での就職活動
topic-internships = インターンシップ
topic-working-in-japan = 日本で働くこと
topic-japan-skills-abroad = 日本での経験を海外で生かす
topic-starting-a-business = 起業
topic-changing-jobs = 転職
topic-part-time-work = アルバイト
topic-work-and-family = 仕事と家庭の両立
topic-academia = 研究者としてのキャリア

area-city-life = 街での暮らし
topic-neighbourhoods = 街とお気に入りの場所
topic-local-food = ご当地の味
topic-festivals = 祭りと季節の行事
topic-hot-springs = 温泉
topic-volunteering = 地域でのボランティア
topic-neighbours = ご近所づきあい

area-language = ことば
topic-learning-japanese = 日本語の勉強
topic-japanese-at-work = 仕事の日本語と敬語
topic-jlpt = 日本語能力試験(JLPT)
topic-dialects = 方言
topic-practising-english = 英会話の練習
topic-teaching-languages = 語学を教えること
topic-translation = 翻訳・通訳

area-research = 研究分野
topic-engineering = 工学・ロボット
topic-computing = 情報・データサイエンス
topic-medicine = 医療・健康
topic-environment = 環境・エネルギー
topic-agriculture = 農業・食・水産
topic-economics = 経済・経営
topic-law-and-politics = 法律・政治・外交
topic-education = 教育
topic-culture-and-history = 文化・歴史
topic-tourism = 観光

area-hobbies = 趣味
topic-cooking = 料理
topic-music = 音楽とカラオケ
topic-manga-and-games = マンガ・アニメ・ゲーム
topic-sports = スポーツ
topic-hiking = 山歩きと自然
topic-travel = 旅行
topic-tea-and-crafts = 茶道・華道・ものづくり
topic-photography = 写真と映画

area-region = 地域
topic-southeast-asia = 東南アジア
topic-south-asia = 南アジア
topic-east-asia = 東アジア
topic-europe = ヨーロッパ
topic-americas = 南北アメリカ
topic-africa-and-middle-east = アフリカ・中東
topic-alumni-chapters = 各地の同窓会

area-practical = 手続きと暮らしの助け
topic-housing = 住まい探し
topic-visas = ビザと在留資格
topic-arriving = 来日したばかりの頃
topic-health-care = 病院と健康保険
topic-money-and-tax = 銀行・年金・税金
topic-raising-children = 子育て
topic-returning-home = 帰国とその後
topic-disaster-safety = 地震と防災
topic-faith-and-diet = 礼拝と食べられるもの
