# サーバーが描く画面: はじめの画面、新しい会、招待、うまくいかないとき。

## Frame

title-on-site = { $title }・つながり
nav-code = コードで参加
foot-open = オープンソースで、主催者が運営しています。録画・録音はなく、外部への通信もありません。
theme-now = { $theme ->
    [light] 明るい表示
    [dark] 暗い表示
   *[system] 明るさ: 端末に合わせる
  }

## Landing

landing-page-title = 人と人のつながり
landing-headline = { $moment ->
    [past] { $town }は{"\u200B"}{ landing-hour }すぎ。
    [near] { $town }は{"\u200B"}もうすぐ{"\u200B"}{ landing-hour }。
   *[on] { $town }は{"\u200B"}{ landing-hour }。
  }
landing-question = あなたは、{"\u200B"}いま何時ですか。
landing-hour = { $hour ->
    [0] 夜の{"\u200B"}十二時
    [1] 夜中の{"\u200B"}一時
    [2] 夜中の{"\u200B"}二時
    [3] 夜中の{"\u200B"}三時
    [4] 明け方の{"\u200B"}四時
    [5] 明け方の{"\u200B"}五時
    [6] 朝の{"\u200B"}六時
    [7] 朝の{"\u200B"}七時
    [8] 朝の{"\u200B"}八時
    [9] 朝の{"\u200B"}九時
    [10] 朝の{"\u200B"}十時
    [11] 昼前の{"\u200B"}十一時
    [12] 正午
    [13] 昼の{"\u200B"}一時
    [14] 昼の{"\u200B"}二時
    [15] 午後の{"\u200B"}三時
    [16] 夕方の{"\u200B"}四時
    [17] 夕方の{"\u200B"}五時
    [18] 夕方の{"\u200B"}六時
    [19] 夜の{"\u200B"}七時
    [20] 夜の{"\u200B"}八時
    [21] 夜の{"\u200B"}九時
    [22] 夜の{"\u200B"}十時
   *[23] 夜の{"\u200B"}十一時
  }
landing-lede = 日本で学んだ人、いま学んでいる人、これから学びたい人、そして暮らした町の人。世界のどこからでも、数分ずつ、顔を見て話せる場所です。
landing-start = 交流会を開く
landing-try = 模擬参加者と試す
landing-code = コードで参加
landing-code-hint = 招待に書かれた短いコード(例: KAKE-7H3M)
landing-code-go = 参加
landing-code-wrong = このコードの会は見つかりませんでした。招待を確かめるか、主催者に確認できます。
landing-how = ブラウザだけで使えます。アカウントは不要です。日本語・英語対応。
landing-dial = 24時間の円。8つの都市の人が現地の時刻に立ち、糸で結ばれています。
landing-dial-note = 例: いまこの時刻の8つの都市。
landing-one = 話の合う人と
landing-one-text = ことば、聞きたいこと、話せることから相手が決まります。理由もお伝えします。
landing-two = 六分間、ゆっくり
landing-two-text = 話している間に輪が閉じていきます。お二人とも希望すれば延長でき、接続が切れても席は残ります。
landing-three = 町の人もいます
landing-three-text = ホストファミリー、角の旅館、市役所の人。町の方も、みなさんと同じように席に着きます。

## A new event

create-page-title = 新しい会
create-title = どんな会にしますか。
create-kind = 会の種類
create-name = タイトル
create-name-hint = 最初に目に入る名前です。入力が要るのはここだけです。
create-name-example = 秋の里帰り交流会
create-note = ゲストへのひとこと
create-note-hint = 招待の画面に表示されます。
create-when = 日時
create-when-now = いますぐ開場する
create-when-later = 日を決める
create-date = 日付
create-time = 開始
create-zone = 時刻の都市
create-zone-hint = ほかの方には、それぞれの現地時刻で表示されます。
create-rounds = 回数
create-minutes = 1回の分数
create-rounds-hint = 毎回新しい方と話すため、5回なら6人以上が必要です。足りないときは、開始前に主催者の画面でお知らせします。
create-rest = 長めの休憩までの回数
create-rest-hint = 全員で5分休みます。1回が短いときは休憩も短くなります。
create-purpose = 出会い方
create-purpose-explore = ふだん出会わない方どうし
create-purpose-reunite = 同じ年代・分野の方どうし
create-size = 話す人数
create-size-2 = 2人
create-size-3 = 3人
create-size-4 = 4人
create-size-5 = 5人
create-size-6 = 6人
create-size-hint = グループは全員が話せる言葉で組みます。時間は12分ほどがおすすめです。
create-sides = 出会う二つの立場
create-sides-none = 立場を分けない
create-sides-future = 在学生・入学希望の方と、卒業生・職員
create-sides-town = 町の方と、在学生・卒業生
create-sides-work = 採用担当の方と、希望する在学生・卒業生
create-sides-hint = 人数に合わせて部屋を組みます。2人、1人を2～3人で囲む組、多いときは6人までのテーブルになります。
create-trios = 奇数のときは3人組を1つ作る
create-rules-hint = だれとだれが会えるかは主催者の盤面で決められます。参加中の方で試してから変更できます。
create-trios-hint = 作らない場合は、お一人がお休みし、次の回で最優先になります。
create-auto = 時刻になったら1回目を自動で始める
create-more = そのほかの設定
create-go = 会を作る
create-go-note = 招待用のリンクと、主催者用のリンクができます。
preset-alumni = 卒業生交流会
preset-alumni-note = { $minutes }分×{ $rounds }回、毎回はじめての方と・{ $total }分
preset-buddy = 在学生と卒業生
preset-buddy-note = { $minutes }分×{ $rounds }回、聞きたいことと話せること・{ $total }分
preset-reunion = 同窓会
preset-reunion-note = { $minutes }分×{ $rounds }回、同じ年代・分野の方と・{ $total }分
preset-quick = ちょっとごあいさつ
preset-quick-note = { $minutes }分×{ $rounds }回、昼休みにも・{ $total }分
create-error-title = タイトルだけ入力すると、会を作れます。
create-error-title-long = タイトルが長すぎます。120文字までです。
create-error-date = 日付と時刻を選ぶか、「いますぐ開場する」にできます。
create-error-past = その日時は過ぎています。
create-error-zone = この都市の時刻が分かりませんでした。
create-error-rounds = 1回から12回までです。
create-error-rest_after = 1回から12回までです。
create-error-sides = 二つの立場を選ぶと部屋の人数は自動で決まります。話す人数を2人に戻すか、立場を分けないを選んでください。
create-error-minutes = 1分から30分までです。
create-error-plan = 設定の組み合わせに無理があります。
create-error-rules = 相手選びでは、少なくとも1つの項目を重視する必要があります。
create-errors = 入力に直すところがあります

## Created

created-title = 会ができました。
created-note = 1つ目のリンクは招待に、2つ目は手元に。
created-guests = ゲスト用
created-guests-note = リンクを知っている方はゲストとして参加できます。アカウントもダウンロードも不要です。
created-host = 主催者用
created-host-note = この会の主催者として操作できるリンクです。ほかの方には送らないでください。
created-enter = 主催者の画面を開く
created-code = 口頭で伝えるコード
created-qr-show = QRコードを表示
created-qr-label = ゲスト用リンクのQRコード
created-copy = コピー
created-copied = コピーしました
created-lan = このアドレスはこのコンピューターの中だけで使えます。ほかの方を招くには、httpsのアドレスで起動します。

## Join

join-invites = { $host }からのご招待
join-you-in = { $city }(あなた)
join-minutes = { $n }分
join-doors-open = 開場しています
join-running = { $n }回目の途中です(全{ $total }回)
join-scheduled = 開始時刻に開場します
join-about = 話の合いそうな方と{ $minutes }分ずつ、{ $rounds }回お話しします。1回だけの参加も歓迎です。
join-people-cities = { $cities }都市から{ $n }人が参加中
join-from = { $cities }
join-nobody-yet = まだどなたもいません。一番乗りになれます。
join-guest = ゲストとして入る
join-name = 呼ばれたいお名前
join-reading = 読みがな
join-reading-hint = 読み方が分かりにくいお名前のときに。
join-enter = { $name }として入る
join-enter-plain = 入る
join-privacy = ほかの方に見えるのは、お名前と都市、現地時刻だけです。
join-early = 開場は{ $time }(現地時刻)です。カレンダーに追加できます。
join-early-town = 開場は{ $city }の{ $time }です。カレンダーに追加できます。
join-calendar = カレンダーに追加
join-full-next = 満席です。いま登録すると{ $n }番目になります。順番が来ると自動で入れます。
join-list = 順番待ちに登録する
join-full-plain = いまは満席です。
join-over = この会は終わりました。お越しくださりありがとうございます。
join-practice = お試しの会です。ほかの参加者は模擬で、そのように表示され、終わると消えます。
join-host = この会の主催者です。
join-host-enter = 主催者の画面を開く
join-again = { $name }さんとして参加中です。
join-again-enter = { $name }として続ける
join-conduct = 思いやりをもって、最後まで聞く。離れたいときはいつでも。通報は職員がすべて確認します。
join-error-name = 呼ばれたいお名前を入力すると入れます。
join-error-name-long = お名前が長すぎます。60文字までです。
join-error-reading-long = 長すぎます。60文字までです。
join-error-busy = 短い間に操作が集中しました。少し待つと、また使えます。

## The app, before it has started

app-opening = 扉を開けています
app-opening-note = まもなく入れます。
app-noscript = 映像と時計の表示にはJavaScriptが要ります。このサイトで許可すると使えます。

## What can go wrong

problem-expired = このリンクは有効期限が切れています。
problem-expired-note = 主催者に新しいリンクを依頼できます。以前に書いた内容は残っています。
problem-refused = このリンクでは入れません。
problem-refused-note = 途中で切れているか、別の会のリンクかもしれません。招待のリンクを全体で開くか、主催者に新しいリンクを依頼できます。
problem-not-found = このアドレスには何もありません。
problem-not-found-note = リンクを確かめるか、招待のコードで参加できます。
problem-insecure = カメラには安全なページが必要です。
problem-insecure-note = このページはhttpで開かれています。カメラが使えるのはhttpsのページだけです。主催者にhttpsのアドレスを確認できます。文字での参加は今すぐできます。
problem-insecure-go = 文字で参加する
problem-over = この会は終わりました。
problem-over-note = お話しした方の一覧は、ご自分のリンクから見られます。
problem-full = 満席です。
problem-full-note = 席が空き次第入れます。画面を開いたままでも、あとで開き直しても大丈夫です。
problem-removed = この会から退出となりました。
problem-removed-note = 主催者の判断によるものです。心当たりがない場合は、主催者に問い合わせできます。
problem-busy = 短い間に操作が集中しました。
problem-busy-note = 少し待ってから開き直すと、また使えます。
problem-broken = サーバー側で問題が起きました。
problem-broken-note = 内容は失われていません。少し待って開き直すと直ります。
problem-offline = 端末がオフラインです。
problem-offline-note = つながり次第、自動で開きます。
problem-home = はじめの画面へ
problem-again = もう一度開く
