(** For normal matrices of order 4 the eigenvalues decide: the norm of a power
    is the power of the spectral radius. *)

Require Import Lra Lia.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.Orthogonal Gradlab.Eigenvalues.

(** Two real eigenvalues, or the pair [a + b i], [a - b i]. *)
Definition normal_block (turns : bool) (a b : R) : matrix :=
  if turns then rows [[a; - b]; [b; a]] else rows [[a; 0]; [0; b]].

(** An eigenvalue of [D] is one of [Q D Q']. *)
Lemma eigenvalue_turned : forall n Q D a b u w, orthogonal n Q ->
  (exists i, (i < n)%nat /\ (u i <> 0 \/ w i <> 0)) ->
  (forall i, (i < n)%nat ->
     mat_vec n D u i = a * u i - b * w i /\ mat_vec n D w i = b * u i + a * w i) ->
  eigenvalue n (mat_mul n (mat_mul n Q D) (transpose Q)) a b.
Proof.
  intros n Q D a b u w HQ (i & Hi & Hne) H.
  exists (mat_vec n Q u), (mat_vec n Q w). split.
  - destruct Hne as [Hu|Hw].
    + assert (Hpos : 0 < norm n (mat_vec n Q u))
        by (rewrite orthogonal_norm by assumption; now apply norm_pos with i).
      destruct (Classical_Prop.classic (exists k, (k < n)%nat /\ mat_vec n Q u k <> 0))
        as [(k & Hk & E)|E]; [exists k; now split; [|left]|].
      exfalso. rewrite norm_zero in Hpos; [lra|]. intros k Hk.
      destruct (Req_dec (mat_vec n Q u k) 0); [assumption|]. exfalso. apply E. now exists k.
    + assert (Hpos : 0 < norm n (mat_vec n Q w))
        by (rewrite orthogonal_norm by assumption; now apply norm_pos with i).
      destruct (Classical_Prop.classic (exists k, (k < n)%nat /\ mat_vec n Q w k <> 0))
        as [(k & Hk & E)|E]; [exists k; now split; [|right]|].
      exfalso. rewrite norm_zero in Hpos; [lra|]. intros k Hk.
      destruct (Req_dec (mat_vec n Q w k) 0); [assumption|]. exfalso. apply E. now exists k.
  - intros k Hk. rewrite !mat_vec_product.
    assert (E : forall x y c d, same_vector n (mat_vec n D x) (fun j => c * x j + d * y j) ->
      mat_vec n Q (mat_vec n D (mat_vec n (transpose Q) (mat_vec n Q x))) k =
      c * mat_vec n Q x k + d * mat_vec n Q y k).
    { intros x y c d Hx. rewrite <- mat_vec_linear.
      apply (mat_vec_same n n Q); [|assumption]. intros j Hj. rewrite <- (Hx j Hj).
      apply (mat_vec_same n n D); [|assumption]. now apply orthogonal_undoes. }
    rewrite (E u w a (- b)), (E w u a b); [split; ring| |];
      intros j Hj; destruct (H j Hj); lra.
Qed.

Lemma square_le_radius : forall a b r, 0 <= r -> sqrt (a ^ 2 + b ^ 2) <= r ->
  a ^ 2 + b ^ 2 <= r ^ 2.
Proof.
  intros a b r Hr H. assert (Hp : 0 <= a ^ 2 + b ^ 2) by nra.
  rewrite <- (pow2_sqrt (a ^ 2 + b ^ 2)) by assumption.
  apply pow_incr. split; [apply sqrt_pos|assumption].
Qed.

(** [x, y] as components [k] and [k + 1]. *)
Definition place (k : nat) (x y : R) : vector :=
  fun i => if Nat.eqb i k then x else if Nat.eqb i (S k) then y else 0.

(** A block stretches by no more than bounds the moduli of its eigenvalues. *)
Lemma block_at_most : forall t a b r,
  (forall c d (p q : vector),
     ((p 0%nat <> 0 \/ p 1%nat <> 0) \/ (q 0%nat <> 0 \/ q 1%nat <> 0)) ->
     (forall i, (i < 2)%nat ->
        mat_vec 2 (normal_block t a b) p i = c * p i - d * q i /\
        mat_vec 2 (normal_block t a b) q i = d * p i + c * q i) ->
     c ^ 2 + d ^ 2 <= r ^ 2) ->
  let B := normal_block t a b in
  forall x y, (B 0%nat 0%nat * x + B 0%nat 1%nat * y) ^ 2 +
              (B 1%nat 0%nat * x + B 1%nat 1%nat * y) ^ 2 <= r ^ 2 * (x ^ 2 + y ^ 2).
Proof.
  intros t a b r H B x y. unfold B. pose proof (pow2_ge_0 x). pose proof (pow2_ge_0 y).
  destruct t; unfold normal_block, rows in *; simpl nth in *.
  - assert (E : a ^ 2 + b ^ 2 <= r ^ 2).
    { apply (H a b (place 0 1 0) (place 1 (- (1)) 0)).
      - left. left. unfold place. simpl. lra.
      - intros [|[|i]] Hi; [| |lia]; unfold mat_vec, place; simpl; split; ring. }
    nra.
  - assert (E1 : a ^ 2 + 0 ^ 2 <= r ^ 2).
    { apply (H a 0 (place 0 1 0) (fun _ => 0)).
      - left. left. unfold place. simpl. lra.
      - intros [|[|i]] Hi; [| |lia]; unfold mat_vec, place; simpl; split; ring. }
    assert (E2 : b ^ 2 + 0 ^ 2 <= r ^ 2).
    { apply (H b 0 (place 1 1 0) (fun _ => 0)).
      - left. right. unfold place. simpl. lra.
      - intros [|[|i]] Hi; [| |lia]; unfold mat_vec, place; simpl; split; ring. }
    nra.
Qed.

Theorem normal_eigenvalues_decide :
  forall (Q : matrix) (d : vector) (turns : nat -> bool) (m : nat) (r s : R),
  orthogonal 4 Q -> components_between 4 (- 2) 2 d -> (1 <= m <= 4)%nat ->
  let block (t : bool) a b := if t then rows [[a; - b]; [b; a]] else rows [[a; 0]; [0; b]] in
  let one := block (turns 0%nat) (d 0%nat) (d 1%nat) in
  let two := block (turns 1%nat) (d 2%nat) (d 3%nat) in
  let D := rows [[one 0%nat 0%nat; one 0%nat 1%nat; 0; 0]; [one 1%nat 0%nat; one 1%nat 1%nat; 0; 0];
                 [0; 0; two 0%nat 0%nat; two 0%nat 1%nat]; [0; 0; two 1%nat 0%nat; two 1%nat 1%nat]] in
  let W := mat_mul 4 (mat_mul 4 Q D) (transpose Q) in
  spectral_radius 4 W r -> spectral_norm 4 4 (mat_power 4 W m) s ->
  s = r ^ m.
Proof.
  intros Q d turns m r s HQ _ _ block one two D W Hr Hs.
  assert (Hr0 : 0 <= r) by exact (radius_nonneg 4 W r Hr).
  apply Rle_antisym; [|now apply (power_at_least_radius 4 W)].
  assert (Heig : forall a b u w,
    (exists i, (i < 4)%nat /\ (u i <> 0 \/ w i <> 0)) ->
    (forall i, (i < 4)%nat ->
       mat_vec 4 D u i = a * u i - b * w i /\ mat_vec 4 D w i = b * u i + a * w i) ->
    a ^ 2 + b ^ 2 <= r ^ 2).
  { intros a b u w Hne H. apply square_le_radius; [assumption|].
    apply Hr. now apply eigenvalue_turned with u w. }
  assert (HD : norm_at_most 4 4 D r).
  { assert (Hone : forall x y, (one 0%nat 0%nat * x + one 0%nat 1%nat * y) ^ 2 +
                     (one 1%nat 0%nat * x + one 1%nat 1%nat * y) ^ 2 <= r ^ 2 * (x ^ 2 + y ^ 2)).
    { apply block_at_most. intros a b p q Hne H.
      apply (Heig a b (place 0 (p 0%nat) (p 1%nat)) (place 0 (q 0%nat) (q 1%nat))).
      - destruct Hne as [[E|E]|[E|E]]; [exists 0%nat|exists 1%nat|exists 0%nat|exists 1%nat];
          (split; [lia|]); [left|left|right|right]; exact E.
      - destruct (H 0%nat ltac:(lia)) as [H1 H2]. destruct (H 1%nat ltac:(lia)) as [H3 H4].
        change (normal_block (turns 0%nat) (d 0%nat) (d 1%nat)) with one in *.
        unfold mat_vec in *. cbn [sum_below] in *.
        unfold D. clearbody one two. clear D W Hr Hs Heig.
        intros i Hi. destruct i as [|[|[|[|i]]]]; [| | | |lia];
          unfold place, rows; simpl; split; lra. }
    assert (Htwo : forall x y, (two 0%nat 0%nat * x + two 0%nat 1%nat * y) ^ 2 +
                     (two 1%nat 0%nat * x + two 1%nat 1%nat * y) ^ 2 <= r ^ 2 * (x ^ 2 + y ^ 2)).
    { apply block_at_most. intros a b p q Hne H.
      apply (Heig a b (place 2 (p 0%nat) (p 1%nat)) (place 2 (q 0%nat) (q 1%nat))).
      - destruct Hne as [[E|E]|[E|E]]; [exists 2%nat|exists 3%nat|exists 2%nat|exists 3%nat];
          (split; [lia|]); [left|left|right|right]; exact E.
      - destruct (H 0%nat ltac:(lia)) as [H1 H2]. destruct (H 1%nat ltac:(lia)) as [H3 H4].
        change (normal_block (turns 1%nat) (d 2%nat) (d 3%nat)) with two in *.
        unfold mat_vec in *. cbn [sum_below] in *.
        unfold D. clearbody one two. clear D W Hr Hs Heig.
        intros i Hi. destruct i as [|[|[|[|i]]]]; [| | | |lia];
          unfold place, rows; simpl; split; lra. }
    intro x. apply norm_le; [assumption|].
    pose proof (Hone (x 0%nat) (x 1%nat)) as P1. pose proof (Htwo (x 2%nat) (x 3%nat)) as P2.
    unfold dot, mat_vec, D. clearbody one two. unfold rows. simpl in *. lra. }
  apply (spectral_norm_le _ _ _ _ _ Hs); [now apply pow_le|].
  apply norm_at_most_power; [assumption|].
  replace r with (1 * r * 1) by ring.
  assert (HQt : orthogonal 4 (transpose Q)) by now apply orthogonal_transpose.
  apply norm_at_most_mul; [lra| |now apply orthogonal_at_most].
  apply norm_at_most_mul; [lra|now apply orthogonal_at_most|assumption].
Qed.

Theorem normal_eigenvalues_decide_not_vacuous :
  exists (Q : matrix) (d : vector) (turns : nat -> bool) (m : nat) (r s : R),
  orthogonal 4 Q /\ components_between 4 (- 2) 2 d /\ (1 <= m <= 4)%nat /\
  let block (t : bool) a b := if t then rows [[a; - b]; [b; a]] else rows [[a; 0]; [0; b]] in
  let one := block (turns 0%nat) (d 0%nat) (d 1%nat) in
  let two := block (turns 1%nat) (d 2%nat) (d 3%nat) in
  let D := rows [[one 0%nat 0%nat; one 0%nat 1%nat; 0; 0]; [one 1%nat 0%nat; one 1%nat 1%nat; 0; 0];
                 [0; 0; two 0%nat 0%nat; two 0%nat 1%nat]; [0; 0; two 1%nat 0%nat; two 1%nat 1%nat]] in
  let W := mat_mul 4 (mat_mul 4 Q D) (transpose Q) in
  spectral_radius 4 W r /\ spectral_norm 4 4 (mat_power 4 W m) s.
Proof.
  set (D := rows [[2; 0; 0; 0]; [0; 2; 0; 0]; [0; 0; 2; 0]; [0; 0; 0; 2]]).
  set (W := mat_mul 4 (mat_mul 4 identity_matrix D) (transpose identity_matrix)).
  destruct (spectral_norm_exists 4 4 (mat_power 4 W 4)) as (s & Hs).
  exists identity_matrix, (fun _ => 2), (fun _ => false), 4%nat, 2, s.
  split; [apply orthogonal_identity|]. split; [intros i _; lra|]. split; [lia|].
  intros block one two D' W'. split; [|exact Hs].
  apply spectral_radius_same with (mat_scale 2 identity_matrix).
  - intros x i Hi. rewrite mat_vec_scaled, mat_vec_identity by assumption.
    destruct i as [|[|[|[|i]]]]; [| | | |lia]; unfold W', mat_vec, mat_mul, transpose,
      identity_matrix, D', one, two, block, rows; simpl; ring.
  - apply spectral_radius_scalar; [lia|lra].
Qed.
