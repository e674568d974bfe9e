(** The gradient (pascanu2013) that backpropagation carries through a chain of layers is at
    most the product of the Jacobians' spectral norms. *)

Require Import Lra Lia.
Require Import Gradlab.Vocabulary Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm.

Lemma chain_norm_at_most : forall n L Js c,
  (forall l, (l < L)%nat -> 0 <= c l /\ norm_at_most n n (Js l) (c l)) ->
  norm_at_most n n (chain n L Js) (prod_below L c).
Proof.
  induction L as [|L IH]; intros Js c H; simpl.
  - apply norm_at_most_identity.
  - rewrite Rmult_comm. destruct (H L (Nat.lt_succ_diag_r L)).
    apply norm_at_most_mul; auto.
Qed.

(** For any number of layers, of any width. *)
Theorem product_bound_general : forall L n Js g s,
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) ->
  norm n (mat_vec n (transpose (chain n L Js)) g) <= prod_below L s * norm n g.
Proof.
  intros L n Js g s H.
  assert (Hs : forall l, (l < L)%nat -> 0 <= s l /\ norm_at_most n n (Js l) (s l))
    by (intros l Hl; destruct (H l Hl) as (? & ? & _); auto).
  apply norm_at_most_transpose.
  - apply prod_nonneg. intros l Hl. now apply Hs.
  - now apply chain_norm_at_most.
Qed.

Theorem product_bound :
  forall (L n : nat) (Js : nat -> matrix) (g : vector) (s : nat -> R),
  (1 <= L <= 12)%nat -> (1 <= n <= 8)%nat ->
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) ->
  norm n (mat_vec n (transpose (chain n L Js)) g) <= prod_below L s * norm n g.
Proof. intros. now apply product_bound_general. Qed.

(** Every list of matrices has a list of spectral norms. *)
Theorem product_bound_not_vacuous :
  exists (L n : nat), (1 <= L <= 12)%nat /\ (1 <= n <= 8)%nat /\
  forall Js : nat -> matrix, exists s : nat -> R,
  forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l).
Proof.
  exists 12%nat, 8%nat. repeat split; try lia. intro Js.
  assert (H : forall L, exists s : nat -> R, forall l, (l < L)%nat ->
    spectral_norm 8 8 (Js l) (s l)).
  { induction L as [|L (s & Hs)].
    - exists (fun _ => 0). lia.
    - destruct (spectral_norm_exists 8 8 (Js L)) as (r & Hr).
      exists (fun l => if Nat.eqb l L then r else s l). intros l Hl.
      destruct (Nat.eqb_spec l L) as [->|E]; [assumption|apply Hs; lia]. }
  apply H.
Qed.
