(** Weights and slopes above one: positive vectors grow layer by layer. *)

Require Import Lra Lia.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm Gradlab.Matrices.

(** Each component of a vector of components of at least [t] becomes at least
    [c t]. *)
Definition raises (n : nat) (A : matrix) (c : R) : Prop :=
  forall x t, 0 <= t -> (forall i, (i < n)%nat -> t <= x i) ->
  forall i, (i < n)%nat -> c * t <= mat_vec n A x i.

Lemma raises_layer : forall n a W s, 0 <= a ->
  (forall i j, (i < n)%nat -> (j < n)%nat -> a <= W i j) ->
  (forall i, (i < n)%nat -> 1 <= s i) ->
  raises n (mat_mul n (diag s) W) (INR n * a).
Proof.
  intros n a W s Ha HW Hs x t Ht Hx i Hi.
  rewrite mat_vec_product, mat_vec_diag by assumption.
  assert (Hsum : INR n * a * t <= mat_vec n W x i).
  { rewrite Rmult_assoc, <- sum_const. apply sum_le. intros j Hj.
    apply Rmult_le_compat; auto. }
  assert (0 <= INR n * a * t).
  { apply Rmult_le_pos; [apply Rmult_le_pos; [apply pos_INR|assumption]|assumption]. }
  specialize (Hs i Hi). nra.
Qed.

Lemma raises_product : forall n A B a b, 0 <= b ->
  raises n A a -> raises n B b -> raises n (mat_mul n A B) (a * b).
Proof.
  intros n A B a b Hb HA HB x t Ht Hx i Hi. rewrite mat_vec_product, Rmult_assoc.
  apply HA; [now apply Rmult_le_pos| |assumption]. now apply HB.
Qed.

Lemma raises_power : forall n A a k, 0 <= a -> raises n A a -> raises n (mat_power n A k) (a ^ k).
Proof.
  intros n A a k Ha HA. induction k as [|k IH]; simpl.
  - intros x t Ht Hx i Hi. rewrite mat_vec_identity by assumption.
    rewrite Rmult_1_l. now apply Hx.
  - apply raises_product; auto using pow_le.
Qed.

Lemma raises_norm : forall n A c s, (1 <= n)%nat -> 0 <= c -> raises n A c ->
  spectral_norm n n A s -> c <= s.
Proof.
  intros n A c s Hn Hc HA Hs.
  apply (spectral_norm_ge n n A s c (fun _ => 1) Hs).
  - apply norm_pos with 0%nat; [lia|lra].
  - rewrite <- (Rabs_right c) by lra. rewrite <- norm_scale. unfold norm.
    apply sqrt_le_1_alt, sum_le. intros i Hi.
    pose proof (HA (fun _ => 1) 1 ltac:(lra) ltac:(intros; lra) i Hi). nra.
Qed.

Theorem entries_above_one_explode :
  forall (k n : nat) (a : R) (Ws : nat -> matrix) (slopes : nat -> vector) (s : R),
  (1 <= k <= 5)%nat -> (1 <= n <= 4)%nat -> 1001 / 1000 <= a <= 3 ->
  (forall l, (l < 3)%nat -> entries_between n n a (a + 3) (Ws l)) ->
  (forall l, (l < 3)%nat -> components_between n 1 3 (slopes l)) ->
  let layer l := mat_mul n (diag (slopes l)) (Ws l) in
  let block := mat_mul n (mat_mul n (layer 2%nat) (layer 1%nat)) (layer 0%nat) in
  spectral_norm n n (mat_power n block k) s ->
  s >= (INR n * a) ^ (3 * k).
Proof.
  intros k n a Ws slopes s _ Hn Ha HW Hslopes layer block Hs.
  set (c := INR n * a).
  assert (Hc : 0 <= c) by (apply Rmult_le_pos; [apply pos_INR|lra]).
  assert (Hl : forall l, (l < 3)%nat -> raises n (layer l) c).
  { intros l Hl. apply raises_layer; [lra| |].
    - intros i j Hi Hj. apply (HW l Hl i j Hi Hj).
    - intros i Hi. apply (Hslopes l Hl i Hi). }
  apply Rle_ge. rewrite pow_mult. apply (raises_norm n (mat_power n block k)); [lia| | |assumption].
  - now apply pow_le, pow_le.
  - apply raises_power; [now apply pow_le|]. replace (c ^ 3) with (c * c * c) by ring.
    unfold block. apply raises_product; [assumption| |apply Hl; lia].
    apply raises_product; [assumption|apply Hl; lia|apply Hl; lia].
Qed.

Theorem entries_above_one_explode_not_vacuous :
  exists (k n : nat) (a : R) (Ws : nat -> matrix) (slopes : nat -> vector) (s : R),
  (1 <= k <= 5)%nat /\ (1 <= n <= 4)%nat /\ 1001 / 1000 <= a <= 3 /\
  (forall l, (l < 3)%nat -> entries_between n n a (a + 3) (Ws l)) /\
  (forall l, (l < 3)%nat -> components_between n 1 3 (slopes l)) /\
  let layer l := mat_mul n (diag (slopes l)) (Ws l) in
  let block := mat_mul n (mat_mul n (layer 2%nat) (layer 1%nat)) (layer 0%nat) in
  spectral_norm n n (mat_power n block k) s.
Proof.
  set (layer := fun _ : nat => mat_mul 4 (diag (fun _ => 2)) (fun _ _ => 2)).
  destruct (spectral_norm_exists 4 4 (mat_power 4
    (mat_mul 4 (mat_mul 4 (layer 2%nat) (layer 1%nat)) (layer 0%nat)) 5)) as (s & Hs).
  exists 5%nat, 4%nat, 2, (fun _ _ _ => 2), (fun _ _ => 2), s.
  split; [lia|]. split; [lia|]. split; [lra|].
  split; [intros l _ i j _ _; lra|]. split; [intros l _ i _; lra|]. exact Hs.
Qed.
