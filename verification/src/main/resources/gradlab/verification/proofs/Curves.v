(** The chain rule.  A layer that carries every differentiable curve through a
    point to one, of speed [J] times the curve's, has the Jacobian [J] there;
    and such layers can be composed, which directional derivatives alone do not
    allow. *)

Require Import Lra Lia FunctionalExtensionality.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.Derivatives Gradlab.Matrices.

Definition smooth (m n : nat) (f : layer) (x : vector) (J : matrix) : Prop :=
  forall (c : R -> vector) (v : vector), c 0 = x ->
  (forall j, (j < n)%nat -> derivable_pt_lim (fun t => c t j) 0 (v j)) ->
  forall i, (i < m)%nat -> derivable_pt_lim (fun t => f (c t) i) 0 (mat_vec n J v i).

Theorem smooth_jacobian : forall m n f x J, smooth m n f x J -> jacobian m n f x J.
Proof.
  intros m n f x J H v i Hi.
  apply (H (fun t j => x j + t * v j) v); [|intros; apply derivative_line|assumption].
  apply functional_extensionality. intro. ring.
Qed.

Lemma smooth_same : forall m n f x J K, same_matrix m n J K ->
  smooth m n f x J -> smooth m n f x K.
Proof.
  intros m n f x J K E H c v Hc Hv i Hi.
  eapply derivative_value; [exact (H c v Hc Hv i Hi)|].
  apply (mat_vec_ext m n); [assumption|now intros j _|assumption].
Qed.

(** The product of a matrix with [m] columns and one with [m] rows. *)
Lemma mat_vec_composed : forall m n K J v i,
  mat_vec n (mat_mul m K J) v i = mat_vec m K (mat_vec n J v) i.
Proof.
  intros m n K J v i. unfold mat_vec, mat_mul.
  rewrite (sum_ext _ _ (fun k => sum_below m (fun j => K i j * J j k * v k)))
    by (intros; symmetry; apply sum_scale_right).
  rewrite sum_swap. apply sum_ext. intros j _.
  rewrite <- sum_scale. apply sum_ext. intros. ring.
Qed.

Theorem smooth_sequential : forall p m n f g x J K,
  smooth m n f x J -> smooth p m g (f x) K -> smooth p n (sequential f g) x (mat_mul m K J).
Proof.
  intros p m n f g x J K Hf Hg c v Hc Hv i Hi.
  eapply derivative_value.
  - apply (Hg (fun t => f (c t)) (mat_vec n J v)); [now rewrite Hc| |assumption].
    intros j Hj. now apply Hf.
  - symmetry. apply mat_vec_composed.
Qed.

Lemma smooth_identity : forall n x, smooth n n identity_map x identity_matrix.
Proof.
  intros n x c v Hc Hv i Hi. eapply derivative_value; [now apply Hv|].
  symmetry. now apply mat_vec_identity.
Qed.

Lemma smooth_affine : forall m n W b x, smooth m n (dense_bias n W b) x W.
Proof.
  intros m n W b x c v Hc Hv i Hi. unfold dense_bias.
  eapply derivative_value.
  - apply (derivable_pt_lim_plus (fun t => mat_vec n W (c t) i) (fun _ => b i));
      [|apply derivable_pt_lim_const].
    apply derivative_sum. intros j Hj.
    apply (derivable_pt_lim_scal (fun t => c t j) (W i j)). now apply Hv.
  - unfold mat_vec. ring.
Qed.

Lemma smooth_ext : forall m n f g x J, (forall y i, (i < m)%nat -> f y i = g y i) ->
  smooth m n f x J -> smooth m n g x J.
Proof.
  intros m n f g x J E H c v Hc Hv i Hi.
  apply derivative_ext with (fun t => f (c t) i); [intro; now apply E|now apply H].
Qed.

Lemma smooth_dense : forall m n W x, smooth m n (dense n W) x W.
Proof.
  intros. apply smooth_ext with (dense_bias n W (fun _ => 0)).
  - intros. unfold dense_bias, dense. ring.
  - apply smooth_affine.
Qed.

(** A function of each component. *)
Lemma smooth_componentwise : forall n (phi slope : R -> R) x,
  (forall i, (i < n)%nat -> derivable_pt_lim phi (x i) (slope (x i))) ->
  smooth n n (fun y i => phi (y i)) x (diag (fun i => slope (x i))).
Proof.
  intros n phi slope x H c v Hc Hv i Hi. rewrite mat_vec_diag by assumption.
  apply (derivable_pt_lim_comp (fun t => c t i) phi); [now apply Hv|].
  rewrite Hc. now apply H.
Qed.

Lemma smooth_residual_step : forall n f h x J, smooth n n f x J ->
  smooth n n (residual_step f h) x (mat_plus identity_matrix (mat_scale h J)).
Proof.
  intros n f h x J H c v Hc Hv i Hi. unfold residual_step.
  eapply derivative_value.
  - apply (derivable_pt_lim_plus (fun t => c t i)); [now apply Hv|].
    apply (derivable_pt_lim_scal (fun t => f (c t) i) h). exact (H c v Hc Hv i Hi).
  - rewrite mat_vec_sum, mat_vec_scaled, mat_vec_identity by assumption. reflexivity.
Qed.

Lemma smooth_residual : forall n f x J, smooth n n f x J ->
  smooth n n (residual f) x (mat_plus identity_matrix J).
Proof.
  intros n f x J H. apply smooth_ext with (residual_step f 1).
  - intros. unfold residual_step, residual. ring.
  - apply smooth_same with (mat_plus identity_matrix (mat_scale 1 J)).
    + intros i j _ _. unfold mat_plus, mat_scale. ring.
    + now apply smooth_residual_step.
Qed.

(** * Bounds that hold at every point *)

(** Differentiable everywhere, with a Jacobian of norm at most [c]. *)
Definition lipschitz (n : nat) (f : layer) (c : R) : Prop :=
  forall x, exists J, smooth n n f x J /\ norm_at_most n n J c.

Lemma lipschitz_sequential : forall n f g a b, 0 <= b ->
  lipschitz n f a -> lipschitz n g b -> lipschitz n (sequential f g) (b * a).
Proof.
  intros n f g a b Hb Hf Hg x.
  destruct (Hf x) as (J & HJ & Ha). destruct (Hg (f x)) as (K & HK & HKb).
  exists (mat_mul n K J). split; [now apply smooth_sequential|now apply norm_at_most_mul].
Qed.

Lemma lipschitz_repeat : forall n f c k, 0 <= c ->
  lipschitz n f c -> lipschitz n (repeat_layer f k) (c ^ k).
Proof.
  intros n f c k Hc Hf. induction k as [|k IH].
  - intro x. exists identity_matrix. split; [apply smooth_identity|apply norm_at_most_identity].
  - cbn [repeat_layer]. replace (c ^ S k) with (c ^ k * c) by (simpl; ring).
    apply lipschitz_sequential; auto using pow_le.
Qed.

Lemma lipschitz_spectral_norm : forall n f c x J s, 0 <= c -> lipschitz n f c ->
  jacobian n n f x J -> spectral_norm n n J s -> s <= c.
Proof.
  intros n f c x J s Hc Hf HJ Hs. destruct (Hf x) as (K & HK & Hle).
  apply (jacobian_spectral_norm_le n n f x K J c s); auto using smooth_jacobian.
Qed.
