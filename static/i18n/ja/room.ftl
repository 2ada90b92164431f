# お相手の案内から振り返りまで: 案内、ルーム、ごあいさつ、合間、おわり。

## Proposed

match-title = { $name }さんとお話しします。
match-title-trio = { $a }さん、{ $b }さんとお話しします。
match-title-group = { $n }人でお話しします。
match-again = 以前にもお話しされた方です。いま空いているのはお二人だけでした。
match-opens = 自動で始まります
match-starts-in = { $n }秒後に始まります
match-language = 共通のことばは{ $language }
match-language-group = 全員が話せることばは{ $language }
room-smaller = 全員がお互いに話せて新しい方に会えるよう、予定より少人数です。
room-bridge = 全員に共通のことばはありません。{ $name }さんが一人ひとりと話せます。
room-bridge-you = 全員に共通のことばはありません。あなたは一人ひとりと話せます。橋渡しをお願いします。
room-bridge-none = 全員に共通のことばはありません。ゆっくり、文字や身ぶりも使ってお話しください。
match-lost-open = { $name }さんは退出されました。次は最優先でご案内します。

## Why two people were put together

reason-offers-what-you-seek = 聞きたいとお答えの「{ $topic }」について話せる方です。
reason-seeks-what-you-offer = 話せるとお答えの「{ $topic }」について聞きたいそうです。
reason-both-seek = お二人とも「{ $topic }」について聞きたいそうです。
reason-both-offer = お二人とも「{ $topic }」について話せます。
reason-shared-topic = 共通の話題は「{ $topic }」です。
reason-same-city = 同じ都市にお住まいです。
reason-same-hour = お二人のいる場所は、いま同じ時刻です。
reason-far-apart = お二人のいる場所は、昼と夜が逆です。
reason-other-region = お二人のお住まいは、遠く離れた地域です。
reason-same-region = お二人のお住まいは、近い地域です。
reason-same-cohort = 同じころに過ごされた方です。
reason-same-field = 同じ分野で働く、または学ぶ方です。
reason-other-cohort = 違う年代に過ごされた方です。
reason-same-role = 同じ立場の方です。
reason-alum-and-student = かつて学んだ方と、いま学んでいる方です。
reason-town = お一人は町にお住まいです。
reason-language = お二人ともよく話せることばがあります。
reason-not-met = まだお話しされたことのない方です。
reason-new-here = お一人は初めての参加です。
reason-waited = お二人ともお待ちでした。
reason-again = お二人とも、もう一度話したいと希望されました。
reason-unknown = ことばが通じ、まだお話しされたことのない方です。

## The ring

ring-left = 残り
ring-paused = 停止中
ring-last-minute = 最後の1分
ring-last-seconds = まもなく
ring-label = { $m ->
    [0] 残り{ $s }秒
   *[other] 残り{ $m }分{ $s }秒
  }

## Room

room-title = { $name }さんとのルーム
room-title-group = { $names }さんとのルーム
room-round = { $n }回目(全{ $total }回)
room-language = お二人とも{ $language }を話せます
room-language-group = 全員が{ $language }を話せます
room-topics = 共通の話題: { $topics }
room-controls = ルームの操作
room-mute = ミュート
room-unmute = 話す
room-camera = カメラ
room-camera-on = カメラをオンにする
room-camera-off = カメラをオフにする
room-share = 画面共有
room-share-stop = 共有をやめる
room-share-mine = 画面を共有しています。
room-share-theirs = { $name }さんが画面を共有しています。
room-devices = 機器
room-keys = キー操作: Mでマイク、Vでカメラ
room-prompt = 別の質問
room-prompt-next = 別の質問にする
room-prompt-lead = 話のきっかけ
room-chat-open = チャット
room-chat-unread = チャット(新着{ $n }件)
room-chat-pair = このチャットはお二人だけに表示され、イベント後に消去されます。
room-chat-group = このチャットはこのルームの方だけに表示され、イベント後に消去されます。
room-more = その他
room-leave = { $name }さんとのルームを退出しますか。
room-leave-group = ルームを退出しますか。
room-leave-what = 相手の{ $name }さんには「退出しました」とだけ表示されます。
room-leave-what-group = ほかの方には「退出しました」とだけ表示されます。
room-leave-early = 身の危険でなければ、最初の1分はお話しいただいています。「通報」からは、いつでもすぐに退出できます。
room-leave-safety = 身の安全のため、いま退出する
room-leave-action = 退出
room-stay = 続ける
room-connecting = { $name }さんとつないでいます
room-restarting = まだ映像が届いていません。別の経路を試しています。
room-relay = 中継を通して映像と音声を届けます。
room-fallback-audio = いまは音声だけです。回線が戻ると映像も戻ります。
room-fallback-text = 映像も音声も届きません。チャットで続けられます。
room-quality-weak = 弱め・映像を抑えています
room-quality-bad = とても弱い・音声だけ
room-slow = 回線が弱いため、会話が途切れないよう音声に切り替えました。
room-audio-only = 音声だけ
room-text-only = 文字だけ
room-muted = マイク オフ
room-camera-off-note = カメラ オフ
room-coming = まもなく来られます
room-here = { $name }さんが来られました。
room-partner-lost-title = { $name }さんの接続が切れました。
room-partner-lost-note = 席はあと{ $s }秒確保されています。チャットに書いた内容は届きます。
room-partner-wait = あなたの接続は正常です。このままお待ちください。
room-partner-wait-note = { $s }秒後に、別の方と話す・ほかの組に加わる・ラウンジに行く、から選べます。
room-partner-back = { $name }さんが戻りました。
room-partner-gone = { $name }さんは戻れませんでした。別の方とお話ししますか。
room-partner-gone-title = { $name }さんは戻れませんでした。
room-choose-next = 別の方と話す
room-choose-third = ほかの組に加わる
room-choose-lounge = ラウンジに行く
room-choose-note = 選ばない場合は、{ $s }秒後にラウンジに移り、次の回で最優先にご案内します。
room-sound-blocked = ブラウザが音声を止めています。
room-sound-play = 音声を聞く
room-supervised = このルームには、職員か認証済みの卒業生がいます。
room-closed-moved = 別のルームにご案内しました。
room-closed-partner-left = ルームは終了しました。

## Not interested, block, report

safe-title = { $name }さんについて
safe-pass = 次は別の方を希望する
safe-pass-what = 今夜はもう一緒になりません。どなたにも知らされません。
safe-pass-done = 今夜はもう一緒になりません。どなたにも知らされません。
safe-block-action = ブロック
safe-block-ask = { $name }さんをブロックしますか。
safe-block-what = 今後、どこでも一緒になることはありません。相手には通知されません。
safe-block = 今後、{ $name }さんと一緒になることはありません。相手には通知されません。
safe-report-action = 通報
safe-report-whom = どなたについてですか。
safe-report-ask = { $name }さんを通報する
safe-report-what = すぐにルームから退出し、職員がいま確認します。{ $name }さんに、通報した方は知らされません。
safe-report-why = 何がありましたか。
safe-report-harassment = 侮辱や強要
safe-report-sexual = 性的な言動
safe-report-hate = 差別や脅し
safe-report-spam = 勧誘や詐欺
safe-report-minor-safety = 18歳未満の方の保護が必要
safe-report-other = その他
safe-report-note = 職員に伝えたいこと
safe-report-send = 退出して通報する
safe-report-sent = 通報を受け付けました。ルームから退出し、職員が確認しています。

## Wrap-up

wrap-title = 輪がつながりました。
wrap-still = { $name }さんとはまだつながっています。ごあいさつも、もう少しのお話もできます。
wrap-still-group = みなさんまだつながっています。ごあいさつの時間です。
wrap-more = もう少し話しますか。
wrap-more-yes = もう少し
wrap-more-yes-note = 最長3分
wrap-more-no = ここまで
wrap-more-no-note = 次の方へ
wrap-more-waiting = 承りました。お二人とも希望した場合だけ延長されます。
wrap-keep = { $name }さんと連絡先を交換しますか。
wrap-keep-yes = 交換する
wrap-keep-no = 今回はしない
wrap-keep-no-contact = 連絡先を入力すると、交換できます。
wrap-private = お答えは{ $name }さんには見えません。未回答は「いいえ」として扱います。
wrap-private-group = お答えはどなたにも見えません。未回答は「いいえ」として扱います。
wrap-private-rule = 連絡先の交換は、お二人とも希望した場合だけ行われます。

## Between two rounds, and the bench

between-title = ひと息
between-next = { $n }回目まで
between-next-note = { $n }回目に参加します。自動で始まります。
between-last = これが最後の回でした。
between-note = { $name }さんについてのメモ
between-note-private = 自分だけに表示されます。
between-note-saved = 自分だけに表示されます。保存しました。
bench-title = この回はお休みです。{ $n }回目は最優先でご案内します。
bench-title-last = この回はお休みです。
bench-trio = 今回は3人組です。{ $a }さん、{ $b }さんとご一緒です。
bench-odd = 今夜は人数が奇数のため、順番にお休みをお願いしています。全員が1度休むまで、2度目はありません。
bench-language = 空いている方と共通のことばがありませんでした。次の回でもう一度探します。
bench-late = この回の残りがわずかでした。次の回で最優先にご案内します。
bench-met-everyone = 話の合う方とは全員お話しされました。次の回でもう一度探します。
bench-nobody = ほかに空いている方がいませんでした。
bench-alone = いまはお一人だけです。
bench-roles = 空いている方は別の目的で参加されています。次の回でもう一度探します。
bench-supervision = 職員か認証済みの卒業生が組に加わるのを待っています。
bench-sat-out = この回は見送りを選ばれました。
bench-seat-at-once = どなたかが来られたら、すぐにご案内します。

## Recap

recap-title = { $name }さん、お疲れさまでした。
  { $n ->
    [0] ご参加ありがとうございました。
   *[other] { $n }つの糸が結ばれました。
  }
  { $part ->
    [morning] よい一日を。
    [day] {""}
   *[evening] {""}
  }
recap-conversations = { $n ->
   *[other] 回の会話
  }
recap-none = 今回はお話の機会がありませんでした。次の会でもお待ちしています。
recap-mutual = お互いに連絡先を交換しました
recap-mutual-none = お互いに希望すると、ここに連絡先が表示されます。
recap-also = ほかにお話しした方
recap-contact = { $name }さんの連絡先
recap-no-contact = { $name }さんの連絡先は未入力です。ここからメッセージを送れます。
recap-write = 送る
recap-write-to = { $name }さんに1通だけ送る
recap-write-note = { $name }さんにはこの画面で届きます。お互いに1通ずつ送れます。
recap-sent = 送ったメッセージ
recap-received = { $name }さんから
recap-keep = 連絡先を交換する
recap-kept = 交換を希望しました。{ $name }さんも希望されると表示されます。
recap-note = メモ
recap-pulse = 今夜、{ $town }が近くなりましたか。
recap-pulse-low = まったく
recap-pulse-high = とても
recap-pulse-thanks = ありがとうございます。職員には全員分をまとめた結果だけが見えます。
recap-again = はじめの画面へ
recap-dial = 24時間の円と、お話しした{ $n }人につながる糸。

## Questions to start with

prompt-1 = あの町を思い出すのは、どんな匂いですか。
prompt-2 = 最初の年、いちばんよく食べたものは何ですか。
prompt-3 = 明日もう一度歩けるなら、どの道ですか。
prompt-4 = 最初の1週間で驚いたことは何ですか。
prompt-5 = いまでも使っている、あの土地のことばはありますか。
prompt-6 = 知り合いがいなかったころ、助けてくれたのは誰ですか。
prompt-7 = いま、窓から何が見えますか。
prompt-8 = この1年で、ご近所は何が変わりましたか。
prompt-9 = お客さまが来たら、まずどこを案内しますか。
prompt-10 = 恋しい季節、待ち遠しい季節はいつですか。
prompt-11 = 本には書いていないことで、あそこで学んだのは何ですか。
prompt-12 = いま取り組んでいて、話したくなることは何ですか。
prompt-13 = このごろ迷っていることはありますか。
prompt-14 = 10年前の自分に、何を聞いてみたいですか。
prompt-15 = 持ち帰った習慣はありますか。
prompt-16 = 「ここが自分の場所だ」と思うのは、どんなときですか。
prompt-17 = ずっと続いてほしいお店や温泉はどこですか。
prompt-18 = 日本について、よく聞かれることは何ですか。
prompt-19 = 自分で作って、あの味になる料理は何ですか。
prompt-20 = いま住んでいる場所の、説明しにくい良さは何ですか。
prompt-21 = 偶然から始まった友情はありますか。
prompt-22 = お相手から教わってみたいことは何ですか。
prompt-23 = 学生のころにもらった、いちばんの助言は何ですか。
prompt-24 = 最近、自分の失敗で笑ったのはいつですか。

## Spoken by screen readers

say-match = { $name }さんとお話しします。
say-room = { $name }さんとのルームに入りました。
say-room-group = { $names }さんとのルームに入りました。
say-wrap = この回は終わりました。お答えが見えない質問が2つあります。
say-between = 回と回の間です。
say-bench = この回はお休みです。
say-recap = 会は終わりました。
say-partner-lost = { $name }さんの接続が切れました。
say-partner-left = { $name }さんは退出されました。
say-muted = マイクをオフにしました。
say-unmuted = マイクをオンにしました。
say-camera-on = カメラをオンにしました。
say-camera-off = カメラをオフにしました。
wrap-again = { $name }さんともう一度同席したい
wrap-again-note = お二人とも望んだときだけ実現します。相手には伝わりません。
