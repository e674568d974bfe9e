(** A square matrix that sends no vector but 0 to 0 reaches every vector, and
    stretches all by some positive factor at least. *)

Require Import Lra Lia Classical.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm Gradlab.Matrices.

(** The indices other than [p], in order. *)
Definition skip (p j : nat) : nat := if Nat.ltb j p then j else S j.

Definition unskip (p q : nat) : nat := if Nat.ltb q p then q else pred q.

Lemma skip_other : forall p j, skip p j <> p.
Proof. intros p j. unfold skip. destruct (Nat.ltb_spec j p); lia. Qed.

Lemma unskip_skip : forall p j, unskip p (skip p j) = j.
Proof.
  intros p j. unfold skip, unskip. destruct (Nat.ltb_spec j p).
  - destruct (Nat.ltb_spec j p); lia.
  - destruct (Nat.ltb_spec (S j) p); lia.
Qed.

Lemma sum_skip : forall n f p, (p <= n)%nat ->
  sum_below (S n) f = f p + sum_below n (fun j => f (skip p j)).
Proof.
  induction n as [|n IH]; intros f p Hp.
  - replace p with 0%nat by lia. simpl. ring.
  - destruct (Nat.eq_dec p (S n)) as [->|E].
    + cbn [sum_below].
      rewrite (sum_ext n (fun j => f (skip (S n) j)) f).
      * unfold skip. destruct (Nat.ltb_spec n (S n)); [ring|lia].
      * intros j Hj. unfold skip. destruct (Nat.ltb_spec j (S n)); [reflexivity|lia].
    + change (sum_below (S (S n)) f) with (sum_below (S n) f + f (S n)).
      rewrite (IH f p) by lia. cbn [sum_below].
      replace (skip p n) with (S n); [ring|].
      unfold skip. destruct (Nat.ltb_spec n p); lia.
Qed.

(** Fewer equations than unknowns have a solution other than 0: by
    elimination of one unknown and one equation. *)
Theorem underdetermined : forall m (A : matrix), exists x : vector,
  (exists j, (j <= m)%nat /\ x j <> 0) /\
  forall i, (i < m)%nat -> mat_vec (S m) A x i = 0.
Proof.
  induction m as [|m IH]; intro A.
  - exists (fun _ => 1). split; [exists 0%nat; split; [lia|lra]|lia].
  - destruct (classic (exists p, (p <= S m)%nat /\ A m p <> 0)) as [(p & Hp & Hpivot)|Hnone].
    + destruct (IH (fun i j => A i (skip p j) - A i p * A m (skip p j) / A m p))
        as (y & (j & Hj & Hy) & Hsolve).
      set (r := - sum_below (S m) (fun j => A m (skip p j) * y j) / A m p).
      set (x := fun q => if Nat.eqb q p then r else y (unskip p q)).
      assert (Hx : forall j, x (skip p j) = y j).
      { intro k. unfold x. destruct (Nat.eqb_spec (skip p k) p) as [E|E].
        - now apply skip_other in E.
        - now rewrite unskip_skip. }
      assert (Hsum : forall i, mat_vec (S (S m)) A x i =
                A i p * r + sum_below (S m) (fun j => A i (skip p j) * y j)).
      { intro i. unfold mat_vec. rewrite (sum_skip (S m) _ p) by assumption.
        f_equal.
        - unfold x. now rewrite Nat.eqb_refl.
        - apply sum_ext. intros k _. now rewrite Hx. }
      exists x. split.
      * exists (skip p j). split; [|now rewrite Hx].
        unfold skip. destruct (Nat.ltb_spec j p); lia.
      * intros i Hi. rewrite Hsum. destruct (Nat.eq_dec i m) as [->|E].
        -- unfold r. field. assumption.
        -- specialize (Hsolve i ltac:(lia)). unfold mat_vec in Hsolve.
           rewrite (sum_ext _ _ (fun j => A i (skip p j) * y j
                     - A i p / A m p * (A m (skip p j) * y j))) in Hsolve
             by (intros; field; assumption).
           rewrite sum_minus, sum_scale in Hsolve. unfold r.
           apply Rplus_eq_reg_r with (- 0). rewrite <- Hsolve at 2.
           field. assumption.
    + destruct (IH A) as (y & (j & Hj & Hy) & Hsolve).
      exists (fun q => if Nat.eqb q (S m) then 0 else y q). split.
      * exists j. split; [lia|]. destruct (Nat.eqb_spec j (S m)); [lia|assumption].
      * intros i Hi. unfold mat_vec.
        destruct (Nat.eq_dec i m) as [->|E].
        -- rewrite (sum_ext _ _ (fun _ => 0)), sum_zero; [reflexivity|].
           intros q Hq. destruct (Req_dec (A m q) 0) as [Z|Z]; [rewrite Z; ring|].
           exfalso. apply Hnone. exists q. split; [lia|assumption].
        -- change (sum_below (S (S m)) ?f) with (sum_below (S m) f + f (S m)).
           cbv beta. rewrite Nat.eqb_refl, Rmult_0_r, Rplus_0_r.
           rewrite <- (Hsolve i) by lia. apply sum_ext. intros q Hq.
           destruct (Nat.eqb_spec q (S m)); [lia|reflexivity].
Qed.

Definition injective (n : nat) (A : matrix) : Prop :=
  forall x, same_vector n (mat_vec n A x) (fun _ => 0) -> same_vector n x (fun _ => 0).

(** [A x = b] as [n] equations in the unknowns [x] and [t], [A x = t b]. *)
Theorem injective_surjective : forall n A, injective n A ->
  forall b, exists x, same_vector n (mat_vec n A x) b.
Proof.
  intros n A HA b.
  destruct (underdetermined n (fun i j => if Nat.eqb j n then - b i else A i j))
    as (y & (j & Hj & Hy) & Hsolve).
  assert (Heq : forall i, (i < n)%nat -> mat_vec n A y i = y n * b i).
  { intros i Hi. specialize (Hsolve i Hi). unfold mat_vec in *. cbn [sum_below] in Hsolve.
    rewrite Nat.eqb_refl in Hsolve.
    rewrite (sum_ext _ _ (fun j => A i j * y j)) in Hsolve; [lra|].
    intros k Hk. destruct (Nat.eqb_spec k n); [lia|reflexivity]. }
  destruct (Req_dec (y n) 0) as [Z|Z].
  - exfalso. apply Hy. destruct (Nat.eq_dec j n) as [->|E]; [assumption|].
    apply (HA y); [|lia]. intros i Hi. rewrite Heq by assumption. rewrite Z. ring.
  - exists (fun j => / y n * y j). intros i Hi.
    rewrite mat_vec_scale, Heq by assumption. field. assumption.
Qed.

(** The columns of an inverse. *)
Lemma right_inverse : forall n A, injective n A ->
  exists B, forall x, same_vector n (mat_vec n A (mat_vec n B x)) x.
Proof.
  intros n A HA.
  assert (H : forall L, exists B : matrix, forall j, (j < L)%nat ->
    same_vector n (mat_vec n A (fun i => B i j)) (fun i => identity_matrix i j)).
  { induction L as [|L (B & HB)].
    - exists (fun _ _ => 0). lia.
    - destruct (injective_surjective n A HA (fun i => identity_matrix i L)) as (x & Hx).
      exists (fun i j => if Nat.eqb j L then x i else B i j). intros j Hj.
      destruct (Nat.eqb_spec j L) as [->|E]; [assumption|apply HB; lia]. }
  destruct (H n) as (B & HB). exists B. intros x i Hi.
  rewrite <- mat_vec_product.
  rewrite (mat_vec_ext n n (mat_mul n A B) identity_matrix x x);
    [now apply mat_vec_identity| |now intros j _|assumption].
  intros k j Hk Hj. now apply (HB j Hj).
Qed.

Theorem injective_bounded_below : forall n A, injective n A ->
  exists c, 0 < c /\ forall x, norm n x <= c * norm n (mat_vec n A x).
Proof.
  intros n A HA. destruct (right_inverse n A HA) as (B & HB).
  destruct (norm_bounded n n B) as (c & Hc & HBc).
  exists (c + 1). split; [lra|]. intro x. set (y := mat_vec n A x).
  assert (E : same_vector n x (mat_vec n B y)).
  { assert (Hz : same_vector n (fun j => 1 * x j + (-1) * mat_vec n B y j) (fun _ => 0)).
    { apply HA. intros k Hk. rewrite mat_vec_linear, (HB y k Hk). unfold y. ring. }
    intros i Hi. specialize (Hz i Hi). cbv beta in Hz. lra. }
  rewrite (norm_ext n x _ E). eapply Rle_trans; [apply HBc|].
  pose proof (norm_nonneg n y). nra.
Qed.

Lemma at_least_injective : forall n A c, 0 < c -> norm_at_least n A c -> injective n A.
Proof.
  intros n A c Hc HA x Hx i Hi. apply (norm_zero_component n); [|assumption].
  specialize (HA x). rewrite (norm_zero n (mat_vec n A x) Hx) in HA.
  pose proof (norm_nonneg n x). nra.
Qed.

(** A square matrix and its transpose stretch by as much at least. *)
Theorem norm_at_least_transpose : forall n A c, 0 < c ->
  norm_at_least n A c -> norm_at_least n (transpose A) c.
Proof.
  intros n A c Hc HA x.
  destruct (injective_surjective n A (at_least_injective n A c Hc HA) x) as (z & Hz).
  assert (Hzx : c * norm n z <= norm n x).
  { rewrite <- (norm_ext n _ _ Hz). apply HA. }
  assert (Hsq : norm n x ^ 2 = dot n z (mat_vec n (transpose A) x)).
  { rewrite norm_squared, <- dot_transpose.
    apply dot_ext; [|now intros i _]. intros i Hi. now rewrite (Hz i Hi). }
  pose proof (cauchy_schwarz n z (mat_vec n (transpose A) x)) as Hcs.
  rewrite <- Hsq in Hcs.
  pose proof (norm_nonneg n x). pose proof (norm_nonneg n z).
  set (w := norm n (mat_vec n (transpose A) x)) in *.
  assert (0 <= w) by apply norm_nonneg.
  destruct (Req_dec (norm n x) 0) as [E|E]; [rewrite E; lra|].
  apply Rmult_le_reg_r with (norm n x); [lra|]. nra.
Qed.
