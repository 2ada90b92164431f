## 最初の回の前に、いま誰かと話す

pool-title = いま誰かと話す
pool-note = 待っている間に、話の合いそうな方とお話しできます。断っても大丈夫です。
pool-note-group = 待っている間に、確認済みのメンバーがいる小さなグループに入れます。断っても大丈夫です。
pool-join = 相手を探す
pool-looking = お相手を探しています
pool-waited = { $time }待っています
pool-eligible = { $n ->
    [0] いま待っている方の中に、話の合いそうな方はまだいません。
   *[other] 待っている方のうち{ $n }人と話が合いそうです。
  }
pool-eta = { $from ->
    [0] たいてい{ $to }秒以内に決まります。
   *[other] たいてい{ $from }〜{ $to }秒で決まります。
  }
pool-first = 前のお相手の都合がつかなかったため、次は先頭です。
pool-rests = まだいらっしゃいますか。
pool-rests-note = 席を外されている間に、2回お相手が見つかりました。順番はそのままです。
pool-here = います
pool-stop = 探すのをやめる
pool-lounge = その間ラウンジを開く
pool-relax-recruiters = 採用担当の方とも話す
pool-relax-pairs = 1対1でも話す
pool-why-language = いま待っている方の中に、共通のことばで話せる方がいません。
pool-why-roles = いま待っている方は、ほかの目的でいらしています。
pool-why-supervision = スタッフか確認済みの卒業生がグループに加わるのを待っています。
pool-why-met-everyone = 待っている方とは、もう全員とお話しされました。
pool-why-nobody = いまは合いそうな方がいません。順番はそのままです。
pool-propose = { $name }さんと話してみますか。
pool-accept = 話してみる
pool-accepted = { $name }さんにお返事を伺っています。
pool-accepted-note = お二人の返事がそろうと、すぐに部屋が開きます。
pool-decline-note = 断っても、相手には伝わりません。
pool-answer-in = お返事まであと{ $n }秒
