(** Inverted dropout is a diagonal map whose mean is the identity. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices.

Lemma dropout_jacobian : forall n mask p x,
  jacobian n n (dropout mask p) x (mat_scale (1 / (1 - p)) (diag mask)).
Proof.
  intros n mask p x v i Hi. rewrite mat_vec_scaled, mat_vec_diag by assumption.
  apply derivative_ext with (fun t => mask i / (1 - p) * (x i + t * v i)).
  - intro t. unfold dropout, Rdiv. ring.
  - eapply derivative_value.
    + apply (derivable_pt_lim_scal (fun t => x i + t * v i)), derivative_line.
    + unfold Rdiv. ring.
Qed.

Theorem dropout_scale :
  forall (n : nat) (mask : vector) (p : R) (x : vector),
  (1 <= n <= 16)%nat -> components_between n 0 1 mask -> 0 <= p <= 99 / 100 ->
  ((exists J, jacobian n n (dropout mask p) x J) /\
   (exists K, jacobian n n (dropout (fun _ => 1) p) x K) /\
   (exists D, jacobian n n (dropout (fun _ => 0) p) x D)) /\
  (forall J kept dropped s,
     jacobian n n (dropout mask p) x J ->
     jacobian n n (dropout (fun _ => 1) p) x kept ->
     jacobian n n (dropout (fun _ => 0) p) x dropped ->
     spectral_norm n n J s ->
     same_matrix n n J (mat_scale (1 / (1 - p)) (diag mask)) /\
     same_matrix n n (mat_plus (mat_scale (1 - p) kept) (mat_scale p dropped)) identity_matrix /\
     s <= 1 / (1 - p)).
Proof.
  intros n mask p x _ Hmask Hp. split.
  - split; [|split]; eexists; apply dropout_jacobian.
  - intros J kept dropped s HJ HK HD Hs.
    assert (E : forall m M, jacobian n n (dropout m p) x M ->
      same_matrix n n M (mat_scale (1 / (1 - p)) (diag m))).
    { intros m M HM i j Hi Hj.
      exact (jacobian_unique n n _ x M _ i j HM (dropout_jacobian n m p x) Hi Hj). }
    split; [now apply E|]. split.
    + intros i j Hi Hj. unfold mat_plus, mat_scale.
      rewrite (E _ kept HK i j Hi Hj), (E _ dropped HD i j Hi Hj).
      unfold mat_scale, diag, identity_matrix. destruct (Nat.eqb i j); field; lra.
    + assert (Hinv : 0 < 1 / (1 - p)) by (apply Rdiv_lt_0_compat; lra).
      apply (spectral_norm_le _ _ _ _ _ Hs); [lra|].
      apply norm_at_most_same with (mat_scale (1 / (1 - p)) (diag mask)).
      * intros i j Hi Hj. symmetry. now apply E.
      * rewrite <- (Rmult_1_r (1 / (1 - p))) at 2. rewrite <- (Rabs_right (1 / (1 - p))) at 2 by lra.
        apply norm_at_most_scale, norm_at_most_diag; [lra|].
        intros i Hi. specialize (Hmask i Hi). apply Rabs_le. lra.
Qed.

Theorem dropout_scale_not_vacuous :
  exists (n : nat) (mask : vector) (p : R),
  (1 <= n <= 16)%nat /\ components_between n 0 1 mask /\ 0 <= p <= 99 / 100.
Proof. exists 16%nat, (fun _ => 1), (1 / 2). split; [lia|]. split; [intros i _; lra|lra]. Qed.
