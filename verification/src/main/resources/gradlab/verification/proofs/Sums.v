(** Laws of finite sums. *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary.

Lemma sum_ext : forall n f g,
  (forall i, (i < n)%nat -> f i = g i) -> sum_below n f = sum_below n g.
Proof.
  induction n as [|n IH]; intros f g H; simpl; [reflexivity|].
  rewrite (IH f g), (H n); auto.
Qed.

Lemma sum_zero : forall n, sum_below n (fun _ => 0) = 0.
Proof. induction n as [|n IH]; simpl; [|rewrite IH]; lra. Qed.

Lemma sum_const : forall n c, sum_below n (fun _ => c) = INR n * c.
Proof.
  induction n as [|n IH]; intro c; [simpl; ring|].
  rewrite S_INR. simpl sum_below. rewrite IH. ring.
Qed.

Lemma sum_plus : forall n f g,
  sum_below n (fun i => f i + g i) = sum_below n f + sum_below n g.
Proof. induction n as [|n IH]; intros; simpl; [|rewrite IH]; lra. Qed.

Lemma sum_minus : forall n f g,
  sum_below n (fun i => f i - g i) = sum_below n f - sum_below n g.
Proof. induction n as [|n IH]; intros; simpl; [|rewrite IH]; lra. Qed.

Lemma sum_scale : forall n c f,
  sum_below n (fun i => c * f i) = c * sum_below n f.
Proof. induction n as [|n IH]; intros; simpl; [|rewrite IH]; lra. Qed.

Lemma sum_scale_right : forall n c f,
  sum_below n (fun i => f i * c) = sum_below n f * c.
Proof. induction n as [|n IH]; intros; simpl; [|rewrite IH]; lra. Qed.

Lemma sum_le : forall n f g,
  (forall i, (i < n)%nat -> f i <= g i) -> sum_below n f <= sum_below n g.
Proof.
  induction n as [|n IH]; intros f g H; simpl; [lra|].
  apply Rplus_le_compat; auto.
Qed.

Lemma sum_nonneg : forall n f,
  (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= sum_below n f.
Proof. intros n f H. rewrite <- (sum_zero n). now apply sum_le. Qed.

Lemma sum_pos : forall n f,
  (1 <= n)%nat -> (forall i, (i < n)%nat -> 0 < f i) -> 0 < sum_below n f.
Proof.
  intros [|n] f Hn H; [lia|]. simpl.
  assert (0 <= sum_below n f) by (apply sum_nonneg; intros; left; auto).
  specialize (H n (Nat.lt_succ_diag_r n)). lra.
Qed.

(** A term of a sum of non-negative terms is at most the sum. *)
Lemma sum_term : forall n f k,
  (forall i, (i < n)%nat -> 0 <= f i) -> (k < n)%nat -> f k <= sum_below n f.
Proof.
  induction n as [|n IH]; intros f k H Hk; [lia|]. simpl.
  assert (0 <= sum_below n f) by (apply sum_nonneg; auto).
  destruct (Nat.eq_dec k n) as [->|E]; [lra|].
  assert (f k <= sum_below n f) by (apply IH; auto; lia).
  specialize (H n (Nat.lt_succ_diag_r n)). lra.
Qed.

Lemma sum_swap : forall m n f,
  sum_below m (fun i => sum_below n (fun j => f i j)) =
  sum_below n (fun j => sum_below m (fun i => f i j)).
Proof.
  induction m as [|m IH]; intros n f; simpl.
  - now rewrite sum_zero.
  - now rewrite IH, sum_plus.
Qed.

(** A sum against a row of the identity picks one term. *)
Lemma sum_identity : forall n i f, (i < n)%nat ->
  sum_below n (fun j => identity_matrix i j * f j) = f i.
Proof.
  unfold identity_matrix. induction n as [|n IH]; intros i f Hi; [lia|]. simpl.
  destruct (Nat.eqb_spec i n) as [->|E].
  - rewrite (sum_ext _ _ (fun _ => 0)), sum_zero; [ring|].
    intros j Hj. destruct (Nat.eqb_spec n j); [lia|ring].
  - rewrite IH by lia. ring.
Qed.

Lemma prod_nonneg : forall n f,
  (forall i, (i < n)%nat -> 0 <= f i) -> 0 <= prod_below n f.
Proof.
  induction n as [|n IH]; intros f H; simpl; [lra|].
  apply Rmult_le_pos; auto.
Qed.
