# 主催者の盤面: 回の進み、ルーム、助けの要る方、元に戻せる操作。

host-round = { $n }回目(全{ $total }回)
host-phase-scheduled = 開場前
host-phase-lobby = 開場しています
host-phase-break = { $n }回目の前の休憩
host-phase-wrap-up = { $n }回目のごあいさつ
host-phase-closed = 会は終わりました
host-phase-paused = 一時停止中
host-run = 会の進行
host-run-doors = 開場
host-run-close = 閉会
host-stat-here = 人が参加中
host-stat-rooms = { $n ->
   *[other] 室
  }
host-stat-lobby = 人がロビー
host-stat-network = 人が回線不調
host-for-all = 全員への操作
host-start = { $n }回目を始める
host-start-note = { $n ->
    [0] 参加待ちの方はまだいません。
   *[other] { $n }人が参加待ちです。
  }
host-pause = 一時停止
host-resume = 再開する
host-extend-all = 全員に2分延長
host-extend-room = このルームを2分延長
host-announce = 一斉に知らせる
host-announce-title = 全員へのお知らせ
host-announce-label = お知らせの内容
host-announce-send = 全員に知らせる
host-close = 会を終える
host-close-ask = 全員の会を終えますか。
host-close-what = 秒読みのあと、お話しした方の一覧に移ります。10秒以内なら元に戻せます。
host-close-keep = 続ける
host-rooms = ルーム
host-rooms-none = 開いているルームはありません。回が始まると開きます。
host-rooms-hint = 矢印キーで移動し、Enterで開きます。
host-room = { $n }番
host-room-label = { $n }番: { $names }
host-room-alone-label = { $n }番: { $name }さん、一人になって{ $s }秒
host-alone = { $n }番: { $name }さんが一人です
host-alone-since = 一人・{ $s }秒
host-alone-kept = { $name }さんの接続が切れました。席の確保はあと{ $s }秒です。
host-alone-note = 空いている方を探します。いなければ、次の回で最優先にご案内します。
host-extended = +2
host-extended-long = 2分延長中
host-weak = 回線不調
host-text-seat = 文字だけ
host-audio-seat = 音声だけ
host-legend = 糸の色はそれぞれの現地時刻、輪のすき間は残り時間です。
host-people = 参加者
host-find = 参加者を探す
host-more = { $name }さんへの操作
host-remove = 退出させる
host-remove-ask = { $name }さんをこのイベントから退出させますか。
host-remove-what = { $name }さんはすぐにすべてのルームから離れ、戻れなくなります。10秒以内なら元に戻せます。
host-remove-keep = { $name }さんを残す
host-removed-list = 退出させた方
host-verify = 認証する
host-verified = 認証済み
host-unverify = 認証を取り消す
host-reports = 通報
host-report-by = { $reporter }さんから、{ $subject }さんについて
host-report-take = 対応済みにする
host-report-handled = 対応済み
host-report-remove = { $name }さんを退出させる
host-calls = 主催者への呼び出し
host-call-by = { $name }さんが呼んでいます
host-call-lobby = ロビー
host-call-waits = { $time }経過
host-call-take = 対応します
host-call-taken = 確認済み
host-call-write = ひとこと送る
host-call-line = { $name }さんだけに届くひとこと
host-call-done = 対応済みにする
say-host-call = 主催者への呼び出しがあります。
host-undo-start = あと{ $s }秒で{ $n }回目が始まります
host-undo-pause = 会を一時停止しました
host-undo-extend = 全員の時間を2分延長しました
host-undo-extend-room = このルームを2分延長しました
host-undo-close = あと{ $s }秒で閉会します
host-undo-remove = { $name }さんを退出させました
host-undo-verify = { $name }さんを認証しました
host-undo-rules = 次のラウンドからルールが変わります
host-invite = 招待
host-invite-note = リンクを知っている方はゲストとして参加できます。
host-invite-link = 招待リンク
host-invite-code = コード
host-invite-copy = リンクをコピー
host-invite-copied = コピーしました。招待する方に送れます。
host-invite-qr = QRコードを表示
host-qr-label = ゲスト用リンクのQRコード
host-empty = まだどなたもいません。リンクを送ると参加できます。
host-few = 2人が参加待ちになると、回を始められます。
say-host-alone = { $n }番の{ $name }さんが一人です。
say-host-report = 新しい通報があります。

# The door, the joker, and how it went

host-door = 入口
host-door-waiting = 入口で{ $n }人がお待ちです。
host-door-guarded = 新しく来た方は、主催者が確認するまで待ちます。
host-door-open = リンクを知っている方は、そのまま入れます。
host-list = 順番待ち
host-list-full = { $n }席が埋まっています。待っている方は順番に入ります。
host-list-more = { $n }席ふやす
host-list-rest = ほか{ $n }人
say-host-list = { $n }人が順番待ちです。
host-door-admit = 入ってもらう
host-door-refuse = お断りする
host-door-guard = 新しく来た方に待ってもらう
host-door-unguard = だれでも入れるようにする
host-joker = 奇数時に入る
host-joker-what = 人数が奇数のときだけ席に着きます
host-joker-tag = 奇数のとき
host-own-seat = 自分も席に着く
host-own-seat-note = 別のタブで開きます。奇数のときだけ入る場合は、参加者の一覧でご自身を選びます。
outlook-short = 残り{ $rounds }回に対して、新しいお相手が足りない方が{ $short }人います。
outlook-fit = { $fit ->
    [0] すぐに同じ方と再会するか、お休みの回が出ます。人数を増やすか、回数を減らすとよくなります。
   *[other] { $fit }回までなら全員が新しい方と話せます。回数を減らすか、人が増えるのを待てます。
  }
outlook-odd = 人数が奇数で3人組がオフのため、毎回1人がお休みになります。主催者が入ることもできます。
went-title = ここまでの様子({ $n }回)
went-idle = 席がなかった人
went-of = { $b }人回のうち{ $a }(やむを得ない分{ $free })
went-repeats = 同じ方との再会
went-avoidable = { $n }(避けられたもの{ $avoidable })
went-wait = 待ち時間(半数 / 95%の方)
went-seconds = { $half }秒 / { $most }秒
went-media = 5秒以内に音声か映像
went-media-of = { $n }室のうち{ $share }
went-left = 時間前に退室
went-keeps = お二人とも連絡を希望
went-language = 共通の言語がない部屋
went-sit-outs = お休みの回数(役割・地域別)
