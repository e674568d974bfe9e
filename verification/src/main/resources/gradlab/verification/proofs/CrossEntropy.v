(** The gradient of cross-entropy by the logits is [p - y]. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Softmax.

Theorem cross_entropy_jacobian : forall n y z, (1 <= n)%nat -> sum_below n y = 1 ->
  jacobian 1 n (cross_entropy n y) z (fun _ j => softmax n z j - y j).
Proof.
  intros n y z Hn Hy v k _. set (p := softmax n z).
  set (mixed := dot n p v).
  assert (Hlog : forall i, (i < n)%nat ->
    derivable_pt_lim (fun t => y i * ln (softmax n (fun j => z j + t * v j) i)) 0
      (y i * (v i - mixed))).
  { intros i Hi. apply (derivable_pt_lim_scal
      (fun t => ln (softmax n (fun j => z j + t * v j) i)) (y i)).
    assert (H0 : softmax n (fun j => z j + 0 * v j) i = p i).
    { unfold p. f_equal. apply FunctionalExtensionality.functional_extensionality.
      intro. ring. }
    pose proof (softmax_pos n z i Hn) as Hp. fold p in Hp.
    eapply derivative_value.
    - apply (derivable_pt_lim_comp (fun t => softmax n (fun j => z j + t * v j) i) ln).
      + exact (softmax_jacobian_correct n z Hn v i Hi).
      + apply derivable_pt_lim_ln. now rewrite H0.
    - rewrite H0. unfold mat_vec, softmax_jacobian. fold p.
      rewrite (sum_ext _ _ (fun j => p i * (identity_matrix i j * v j) - p i * (p j * v j)))
        by (intros; ring).
      rewrite sum_minus, !sum_scale, sum_identity by assumption.
      fold (dot n p v) mixed. field. lra. }
  unfold cross_entropy. eapply derivative_value.
  - apply (derivable_pt_lim_opp
      (fun t => sum_below n (fun i => y i * ln (softmax n (fun j => z j + t * v j) i)))).
    apply derivative_sum. exact Hlog.
  - unfold mat_vec.
    rewrite (sum_ext _ (fun i => y i * (v i - mixed)) (fun i => y i * v i - y i * mixed))
      by (intros; ring).
    rewrite (sum_ext _ (fun j => (softmax n z j - y j) * v j) (fun j => p j * v j - y j * v j))
      by (intros; unfold p; ring).
    rewrite !sum_minus, sum_scale_right, Hy. unfold mixed, dot. ring.
Qed.

Theorem cross_entropy_gradient :
  forall (n : nat) (z y : vector),
  (1 <= n <= 16)%nat -> components_between n (- 10) 10 z -> simplex n y ->
  let p := softmax n z in
  (exists J, jacobian 1 n (cross_entropy n y) z J) /\
  (forall J, jacobian 1 n (cross_entropy n y) z J -> forall i, (i < n)%nat ->
     Rabs (J 0%nat i - (p i - y i)) <= / 10 ^ 9 /\
     - 1 <= p i - y i /\ p i - y i <= 1).
Proof.
  intros n z y Hn _ (Hy0 & Hy1) p.
  pose proof (cross_entropy_jacobian n y z ltac:(lia) Hy1) as H.
  split; [eexists; exact H|]. intros J HJ i Hi.
  rewrite (jacobian_unique 1 n _ z J _ 0 i HJ H) by lia. fold p.
  pose proof (softmax_pos n z i ltac:(lia)) as H0. pose proof (softmax_le_one n z i Hi) as H1.
  fold p in H0, H1.
  pose proof (Hy0 i Hi) as H2. pose proof (sum_term n y i Hy0 Hi) as H3. rewrite Hy1 in H3.
  split; [|lra]. rewrite Rminus_diag_eq, Rabs_R0 by reflexivity.
  left. apply Rinv_0_lt_compat, pow_lt. lra.
Qed.

Theorem cross_entropy_gradient_not_vacuous :
  exists (n : nat) (z y : vector),
  (1 <= n <= 16)%nat /\ components_between n (- 10) 10 z /\ simplex n y.
Proof.
  exists 2%nat, (fun _ => 1), (fun _ => 1 / 2). split; [lia|]. split; [intros i _; lra|].
  split; [intros; lra|]. simpl. lra.
Qed.
