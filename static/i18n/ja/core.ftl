# ロビーまでのことばと、どの画面でも使うことば。
# 口調: 来てくださったことを喜び、構いすぎない主催者。今どうなっているか、何が守られているか、次は何か。

## Shared

brand = つながり
skip-to-content = 本文へ移動
you = あなた
dot = ・
place-in-country = { $country }・{ $city }
list-comma = 、
optional = 任意
next = 次へ
close = 閉じる
open = 開く
cancel = やめる
save = 保存する
saved = 保存しました。
done = 完了
undo = 元に戻す
retry = もう一度試す
send = 送信
copy = コピー
copied = コピーしました
more = その他
not-now = 今回は見送る
private = 自分だけに表示されます。
minutes = { $n }分
seconds = { $n }秒
people = { $n }人
page-nav = ページ
theme = 明るさ
simulated = 模擬
verified = 認証済み

## Levels of a language, from one bead to four

level-1 = 少し
level-2 = 話せる
level-3 = 流ちょう
level-4 = 母語

## Roles

role-alumni = 卒業生
role-alumni-cohort = 卒業生({ $cohort }年)
role-student = 在学生
role-student-cohort = 在学生({ $cohort }年入学)
role-prospective = 入学希望
role-recruiter = 採用担当
role-townsperson = 町の住民
role-staff = 職員
role-unknown = ゲスト

## Presence

presence-here = 在席
presence-lobby = ロビー
presence-ready = 参加待ち
presence-proposed = まもなく会話
presence-in-room = 会話中
presence-wrap-up = ごあいさつ中
presence-between = 回の合間
presence-bench = この回はお休み
presence-away = 離席
presence-paused = 休憩中
presence-reconnecting = 再接続中
presence-offline = オフライン

## Opening the page and the connection

opening = 扉を開けています
opening-note = まもなく入れます。席は確保されています。
connection-lost = 接続が切れました。
connection-lost-note = { $s }秒後に再接続します。席は確保されています。
connection-trying = 再接続しています。
connection-offline = 端末がオフラインです。つながり次第、自動で再開します。
connection-taken = 別の画面で参加中です。
connection-taken-note = 内容は失われていません。そのまま続けることも、この画面に移ることもできます。
connection-use-here = この画面で使う
connection-old = この画面はサーバーより古い版です。
connection-old-action = 新しい画面を開く

## Three questions

profile-title = 3つだけ教えてください。
profile-note = お話しする相手を決めるために使います。あとから変更でき、飛ばすこともできます。
profile-mine = プロフィール
profile-skip = あとで入力する。ことばをもとにお相手を探します。
profile-languages = 話せることば
profile-languages-hint = お二人とも話せることばが1つあれば、お話しできます。
profile-language-add = ことばを追加
profile-language-search = または、ことばの名前で探す
profile-language-none = 「{ $text }」ということばは見つかりません。
profile-language-remove = { $language }を外す
profile-language-level = { $language }はどのくらい話せますか。
profile-role = { $town }とのかかわり
profile-role-alumni = 卒業生
profile-role-student = 在学生
profile-role-prospective = 入学を考えている
profile-role-townsperson = 町の住民
profile-role-recruiter = 採用担当
profile-role-staff = 大学の職員
profile-cohort-alumni = 卒業した年
profile-cohort-student = 入学した年
profile-cohort-none = 答えない
profile-age = 年齢
profile-age-hint = 18歳未満の方は、職員か認証済みの卒業生が入る組でお話しします。年齢はほかの方に表示されません。
profile-age-minor = 18歳未満
profile-age-adult = 18歳以上
profile-age-unknown = 答えない
profile-topics = 話したいこと
profile-topics-hint = 5つまで。1回押すと「聞きたい」、2回押すと「話せる」になります。
profile-topics-chosen = 選択済み
profile-topics-usual = よく選ばれる話題
profile-topics-search = または、自由に書く(どの言語でも)
profile-topics-example = 大阪で働きたい
profile-topics-none = 「{ $text }」に近い話題が見つかりません。別のことばで試すか、下からお選びください。
profile-topics-finer = { $area }:ほか{ $n }件
suggest-count = { $n ->
   *[other] 候補は{ $n }件です。矢印キーで選び、Enterで決定します。
}
suggest-offline = 接続がありません。このページにある名前だけを探しています。
profile-topics-full = 5つ選択済みです。どれかを外すと、ほかを選べます。
profile-topics-left = { $n ->
    [0] 5つ選択済み
   *[other] あと{ $n }つ
  }
profile-seek = 聞きたい
profile-offer = 話せる
profile-topic-state = { $topic }: { $state ->
    [seek] 聞きたい
    [offer] 話せる
   *[none] 未選択
  }
profile-recruiters = このイベントで採用担当の方と話す
profile-recruiters-hint = オンにするまで、引き合わされることはありません。
profile-city = いまいる都市
profile-city-none = 一覧にない都市です。書かれたまま使います。
profile-city-hint = ほかの方に、都市と現地時刻が表示されます。
profile-more = もう少し詳しく
profile-reading = お名前の読みがな
profile-reading-hint = 読み方が分かりにくいお名前のときに。
profile-topics-private = 話したいことを、お相手探しだけに使い、表示しない
profile-blocked = ブロックした方
profile-unblock = ブロックを解除
profile-preview = ほかの方に見える内容
profile-asks = 聞きたい
profile-offers = 話せる
profile-visible = このイベントの参加者に表示されます。
profile-hidden = ほかの方には表示されません。
profile-contact = 連絡先
profile-contact-hint = お互いに「連絡先を交換する」を選んだ方だけに表示されます。
profile-contact-placeholder = メールアドレスなど
profile-privacy = 連絡先は、お二人が「連絡先を交換する」を選ぶまで公開されません。
profile-next = 次へ: 音声と映像の確認
profile-save = 保存する
minor-mode = グループには、職員か認証済みの卒業生が必ず入ります。
minor-mode-note = 表示はお名前だけで、採用担当の方や1対1のルームには案内されません。カメラはオフで始まります。

## Sound and picture

dev-title = 音声と映像の確認
dev-ok = 映像も音声も問題ありません。
dev-ok-audio = 音声は問題ありません。
dev-ok-text = 文字での参加の準備ができました。
dev-ask = カメラとマイクを使います。
dev-ask-note = このあとブラウザが確認します。ルームに入るまで、何も送信されません。
dev-ask-action = カメラとマイクをオンにする
dev-asking = ブラウザの確認に答えると、先へ進みます。
dev-denied = カメラがブロックされていますが、このまま参加できます。
dev-denied-mic = マイクがブロックされています。文字で参加できます。
dev-denied-both = カメラとマイクがブロックされています。文字で参加できます。
dev-denied-how = { $browser }でオンにするには
dev-denied-how-here = このブラウザでオンにするには
dev-missing-note = 機器をつなぐと自動で切り替わります。なしでも参加できます。
dev-watch = 使えるようになると自動で切り替わります。再読み込みは不要です。
dev-denied-watch = 許可されると自動で切り替わります。再読み込みは不要です。
dev-chrome-1 = アドレス欄の左端のアイコンを押します。
dev-chrome-2 = 「カメラ」と「マイク」をオンにします。
dev-chrome-3 = この画面に戻ります。
dev-android-1 = アドレス欄の左端のアイコンを押します。
dev-android-2 = 「権限」から「カメラ」と「マイク」を開きます。
dev-android-3 = 「許可」を選び、この画面に戻ります。
dev-safari-1 = 「Safari」メニューから「このWebサイトでの設定」を開きます。
dev-safari-2 = 「カメラ」と「マイク」を「許可」にします。
dev-safari-3 = この画面に戻ります。
dev-ios-1 = アドレス欄のページのアイコンを押します。
dev-ios-2 = 「Webサイトの設定」で「カメラ」と「マイク」を許可します。
dev-ios-3 = この画面に戻ります。
dev-firefox-1 = アドレス欄の、斜線の入ったカメラのアイコンを押します。
dev-firefox-2 = ブロックの横の×を押して解除します。
dev-firefox-3 = この画面の「もう一度試す」を押し、「許可」を選びます。
dev-other-1 = アドレス欄の近くで、このサイトの設定を開きます。
dev-other-2 = 「カメラ」と「マイク」を許可します。
dev-other-3 = この画面に戻ります。
dev-system = 端末の設定でカメラが止められています。プライバシー設定で、このブラウザを許可できます。
dev-busy = ほかのアプリがカメラを使用中です。終了すると自動で切り替わります。
dev-none = マイクが見つかりません。文字で参加できます。
dev-no-camera = カメラが見つかりません。音声で参加できます。
dev-insecure = カメラは、安全な接続のページでだけ使えます。
dev-insecure-note = このページはhttpで開かれています。主催者にhttpsのアドレスを確認するか、文字で参加できます。
dev-unsupported = このブラウザではビデオ通話ができません。文字で参加できます。
dev-failed = カメラを開始できませんでした。もう一度試すか、カメラなしで進めます。
dev-preview = ほかの方に見える映像
dev-initial = 頭文字で参加します
dev-initial-voice = 頭文字と声で参加します
dev-camera = カメラ
dev-camera-on = カメラ オン
dev-camera-off = カメラ オフ
dev-microphone = マイク
dev-microphone-on = マイク オン
dev-microphone-off = マイク オフ
dev-speaker = スピーカー
dev-speaker-test = 音を鳴らす
dev-speaker-playing = 音が3つ聞こえます。
dev-speaker-none = 音を鳴らせませんでした。
dev-level = 声の大きさ
dev-hear = 聞こえています
dev-hear-soft = 少し小さめです
dev-hear-loud = 少し大きめです
dev-hear-nothing = 何か話してみると確認できます
dev-default = 標準の機器
dev-n = 機器{ $n }
dev-continue-audio = 音声だけで参加する
dev-continue-text = 文字だけで参加する
dev-retry = もう一度試す
dev-enter = ロビーに入る
dev-local = 確認はこの端末の中だけで行われ、録画・録音はされません。
dev-direct = 通話はブラウザどうしを直接つなぎます。相手の端末には、こちらのインターネット上の住所（IPアドレス）が伝わります。
dev-plugged = 機器がつながったか、外されました。一覧を更新しました。
mode-video = 映像と音声
mode-audio = 音声だけ
mode-text = 文字だけ
mode-title = 参加のしかた

## Lobby

lobby-title = ロビー
lobby-hello = { $part ->
    [morning] { $name }さん、おはようございます。
    [day] { $name }さん、こんにちは。
   *[evening] { $name }さん、こんばんは。
  }
lobby-times = { $city } { $mine }・{ $town } { $theirs }
lobby-time-here = { $city } { $mine }
lobby-here = { $n }人が参加中です。
lobby-here-places = { $places }都市から{ $n }人が参加中です。
lobby-here-short = { $n }人参加中
lobby-people = いまいる方
lobby-more-people = ほか{ $n }人
lobby-fit-title = { $n ->
    [0] まだお相手がいません
   *[other] 話の合いそうな人が{ $n }人います
  }
lobby-fit-note = 共通のことばがあり、まだ話したことのない方々です。たいてい20秒以内に決まります。
lobby-fit-none-note = どなたかが来られるたびに探します。
lobby-ready = { $n }回目に参加する
lobby-ready-now = 参加する
lobby-ready-done = { $n }回目に参加します。
lobby-ready-done-note = 時間になると自動で始まります。それまで自由にお過ごしいただけます。
lobby-unready = 参加を取り消す
lobby-sitout = 今回は見送る
lobby-sitout-done = 今回は見送ります。
lobby-sitout-back = やはり参加する
lobby-first = 一番乗りです。
lobby-first-note = 扉は開いています。来られた方から順に、お名前が見えます。
lobby-round-in = { $n }回目まで
lobby-round-now = { $n }回目の途中です
lobby-join-running = 間に合いました。空いている方を探し、いなければ次の回で最優先にご案内します。
lobby-starts-in = 開始まで
lobby-waiting-host = 主催者が1回目を始めます。
lobby-event-paused = 主催者が会を一時停止しています。時間は止まっています。
lobby-dial-note = 点は一人ひとり、位置は現地の時刻です。
lobby-dial-language = 糸は、共通のことばで話せる、まだ会っていない方につながっています。
more-device = 別の端末で続ける
more-device-note = 別の端末でこのリンクを開くと続けられます。ご自分専用なので、ほかの方には送らないでください。
lobby-modes = 音声・文字だけにする
lobby-options = 今夜の過ごし方
lobby-no-one-to-one = 1対1ではなく、グループだけにする
lobby-leave = イベントを退出する
dial-label = 24時間の円の上に{ $n }人。位置はそれぞれの現地時刻です。いまいる場所は{ $time }です。
dial-label-others = 24時間の円の上に{ $n }人。位置はそれぞれの現地時刻です。
lounge-title = 文字のラウンジ
lounge-note = 参加者全員が読めます。イベント後に消去されます。
lounge-empty = まだ書き込みがありません。ひとことのごあいさつから始められます。
lounge-write = みなさんへのメッセージ
lounge-new = 新しいメッセージ { $n }件
wait-long = お相手を探しています({ $s }秒)。
wait-none-note = 順番はそのままです。次の回で最優先にご案内します。
wait-rule-language = いま、共通のことばで話せる方がいません。
wait-rule-met = いまいる方とは、全員お話しされました。もう一度お話ししますか。
wait-rule-supervised = 職員か認証済みの卒業生が組に加わるのを待っています。
wait-rule-roles = いま空いている方は、別の目的で参加されています。

## Chat, wherever it appears

chat-title = チャット
chat-messages = メッセージ
chat-write = { $name }さんへのメッセージ
chat-write-room = ルームへのメッセージ
chat-send = 送信
chat-waiting = 送信待ち
chat-failed = 届いていません
chat-again = もう一度送る
chat-by = { $name }・{ $time }
chat-you-at = あなた・{ $time }
chat-too-long = { $n }文字超えています。

## Spoken by screen readers when the state changes

say-lobby = ロビーに入りました。
say-ready = { $n }回目に参加します。
say-not-ready = この回の参加を取り消しました。
say-count = { $n }人が参加中です。
say-60 = 残り1分です。
say-10 = 残り10秒です。
say-0 = 時間です。
say-round-60 = { $n }回目まで1分です。
say-round-10 = { $n }回目まで10秒です。

## The end, and being sent out

refused-title = このリンクでは入れません。
removed-title = このイベントから退出となりました。
removed-note = 主催者の判断によるものです。心当たりがない場合は、主催者に問い合わせできます。
left-title = イベントを退出しました。
left-back = もう一度入る

## Titles of the screens, in the window's bar

title-opening = 準備中
title-profile = 自己紹介
title-devices = 音声と映像の確認
title-lobby = ロビー
title-match = 話してみますか
title-proposed = お相手のご案内
title-room = ルーム
title-wrap-up = ごあいさつ
title-between = 回の合間
title-bench = この回はお休み
title-recap = お話しした方
title-host = 主催者の画面
title-elsewhere = 別の画面で参加中
title-removed = 退出となりました
title-refused = このリンクでは入れません
title-ended = 会は終わりました
title-left = 退出しました
title-full = 満席です

## Notices

notice-announcement = 主催者から
notice-announcement-by = { $name }さんから
notice-help = 主催者からあなたへ
help-ask = 主催者を呼ぶ
help-asked = 主催者を呼びました。
help-seen = 主催者が確認しました。
help-private = ほかの人には伝わりません。
help-undo = 呼び出しを取り消す
help-done = 解決しました
notice-starting = あと{ $time }で1回目が始まります。
notice-start-undone = 開始が取り消されました。もう少しお待ちいただきます。
notice-extended = 主催者が時間を延長しました。
notice-paused = 主催者が会を一時停止しました。時間は止まっています。
notice-resumed = 会を再開しました。
notice-match-others = 今回は都合がつきませんでした。次は先頭です。
notice-match-unanswered = お返事の時間が過ぎました。順番はそのままです。
notice-closing = あと{ $time }で閉会します。
notice-close-undone = 会はこのまま続きます。
notice-host-away = { $name }さんが進行中で、会は続いています。
notice-blocked = 今後、{ $name }さんと一緒になることはありません。相手には通知されません。
notice-reported = 通報を受け付けました。ルームから退出し、職員が確認しています。
notice-mutual = { $name }さんと、お互いに連絡先を交換しました。
notice-no-repeat-left = 話の合う方とは全員お話しされました。これからは二度目のお話もできます。

## Errors, by their stable code

error-unknown = うまくいきませんでした。内容は失われていません。もう一度試せます。
error-internal = サーバー側で問題が起きました。内容は失われていません。もう一度試せます。
error-timeout = サーバーから応答がありません。内容は失われていません。もう一度試せます。
error-offline = 接続がありません。つながり次第、送信します。
error-bad-message = サーバーが内容を読み取れませんでした。画面を開き直すと直ります。
error-unknown-message = 画面とサーバーの版が異なります。開き直すとそろいます。
error-too-large = 長すぎて送れません。
error-too-many = 短い間に操作が集中しました。少し待つと、また使えます。
error-not-authenticated = このリンクではイベントに入れません。主催者に新しいリンクを依頼できます。
error-not-allowed = この操作はできません。
error-not-found = 見つかりませんでした。
error-wrong-phase = いまはできません。
error-stale-room = 時間が過ぎたため反映されませんでした。画面は最新です。
error-event-full = 満席です。
error-bad-signal = この方法では通話を始められませんでした。別の方法を試します。
error-bad-plan = 設定の組み合わせに無理があります。
error-already-sent = すでにメッセージを送っています。
error-nothing-to-undo = もう元に戻せません。
error-unavailable = いまはできません。少し待つと、また使えます。

# What one would rather not

held-title = 主催者の確認をお待ちください。
held-note = このイベントでは、新しく来た方は主催者が確認してから入ります。このページのままお待ちください。自動で開きます。
title-held = 入口
queue-title = 満席です。{ $n }番目でお待ちいただいています。
queue-note = このページのままお待ちください。順番が来ると自動で入れます。閉じている間は、次の方が先に入ることがあります。
queue-over = この会は終わりました。席は空きませんでした。
queue-in = 席が空きました。どうぞお入りください。
queue-leave = 順番待ちをやめる
title-queue = { $n }番目でお待ちです
lobby-options-note = カメラ、音声、休憩、お会いする方
lobby-quiet = どなたにもご案内していません。
lobby-quiet-note = このまま様子を見たり、ラウンジに書いたりできます。ほかの方には伝わりません。
lobby-quiet-back = また案内してもらう
lobby-joker = 人数が余ったときに、あなたが入ります。
lobby-joker-note = 必要になると、席が自動で開きます。
wish-title = 控えたいこと
wish-sit-out = 次の1回を見送る
wish-pause = 戻るまで休む
wish-no-recruiters = 採用担当の方とは話さない
wish-quiet = だれにも案内しないでほしい
wish-note = 押すとオン、もう一度押すとオフ。ほかの方には見えません。
