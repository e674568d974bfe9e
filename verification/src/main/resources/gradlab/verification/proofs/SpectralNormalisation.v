(** Dividing weights by their norm caps a layer with a 1-Lipschitz activation;
    and how near a saturating layer is to its weights. *)

Require Import Lra Lia.
Require Import Gradlab.Layers Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Derivatives Gradlab.Matrices Gradlab.Curves Gradlab.Tanh Gradlab.Relu.

(** A derivative is at most what the differences are in proportion. *)
Lemma derivative_at_most : forall f d c, (forall t, Rabs (f t - f 0) <= c * Rabs t) ->
  derivable_pt_lim f 0 d -> Rabs d <= c.
Proof.
  intros f d c Hf Hd. destruct (Rle_dec (Rabs d) c) as [H|H]; [assumption|].
  exfalso. assert (He : 0 < Rabs d - c) by lra.
  destruct (Hd _ He) as (r & Hr). pose proof (cond_pos r) as Hpos.
  assert (Hh : r / 2 <> 0) by lra.
  assert (Hlt : Rabs (r / 2) < r) by (rewrite Rabs_right; lra).
  specialize (Hr (r / 2) Hh Hlt). rewrite Rplus_0_l in Hr.
  specialize (Hf (r / 2)). rewrite (Rabs_right (r / 2)) in Hf by lra.
  assert (Hq : Rabs ((f (r / 2) - f 0) / (r / 2)) <= c).
  { unfold Rdiv at 1. rewrite Rabs_mult, Rabs_inv, (Rabs_right (r / 2)) by lra.
    apply Rmult_le_reg_r with (r / 2); [lra|]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
    assumption. }
  pose proof (Rabs_triang_inv d ((f (r / 2) - f 0) / (r / 2))) as T.
  rewrite Rabs_minus_sym in T. lra.
Qed.

(** Wherever it has a Jacobian, the rectifier's is of norm at most 1. *)
Lemma relu_jacobian_at_most : forall n u J, jacobian n n relu u J -> norm_at_most n n J 1.
Proof.
  intros n u J HJ v. apply norm_le; [lra|]. unfold dot. rewrite <- sum_scale.
  apply sum_le. intros i Hi.
  assert (H : Rabs (mat_vec n J v i) <= Rabs (v i)).
  { refine (derivative_at_most _ _ _ _ (HJ v i Hi)). intro t. unfold relu.
    rewrite Rmult_0_l, Rplus_0_r, <- Rabs_mult, (Rmult_comm (v i) t).
    unfold Rmax. destruct (Rle_dec 0 (u i + t * v i)), (Rle_dec 0 (u i));
      unfold Rabs; repeat destruct Rcase_abs; lra. }
  pose proof (pow_incr _ _ 2 (conj (Rabs_pos _) H)) as H2. rewrite !pow2_abs in H2. lra.
Qed.

(** A matrix of norm at most 1 after one of norm [s]. *)
Lemma after_contraction : forall m n J W s t c, 1 <= c -> norm_at_most m m J 1 ->
  spectral_norm m n W s -> spectral_norm m n (mat_mul m J W) t -> t <= c * s.
Proof.
  intros m n J W s t c Hc HJ (Hs & HW & _) Ht.
  apply (spectral_norm_le _ _ _ _ _ Ht); [apply Rmult_le_pos; lra|]. intro x.
  rewrite (norm_ext m _ (mat_vec m J (mat_vec n W x))) by (intros; apply mat_vec_composed).
  eapply Rle_trans; [apply HJ|]. rewrite Rmult_1_l. specialize (HW x).
  pose proof (norm_nonneg n x). assert (0 <= s * norm n x) by now apply Rmult_le_pos. nra.
Qed.

Lemma slopes_at_most_one : forall n f x d J, smooth n n f x (diag d) ->
  (forall i, 0 < d i <= 1) -> jacobian n n f x J -> norm_at_most n n J 1.
Proof.
  intros n f x d J Hf Hd HJ.
  apply (jacobian_norm_at_most n n f x (diag d)); [now apply smooth_jacobian|assumption|].
  apply norm_at_most_diag; [lra|]. intros i _. specialize (Hd i). apply Rabs_le. lra.
Qed.

Theorem spectral_normalisation_caps :
  forall (m n : nat) (W : matrix) (x : vector) (s : R),
  (1 <= m <= 6)%nat -> (1 <= n <= 6)%nat -> frobenius m n W > 0 -> spectral_norm m n W s ->
  let u := vec_scale (1 / s) (mat_vec n W x) in
  forall (Jrelu Jtanh Jsigmoid : matrix) (r t g : R),
  jacobian m m relu u Jrelu -> jacobian m m tanh_layer u Jtanh ->
  jacobian m m sigmoid u Jsigmoid ->
  spectral_norm m n (mat_mul m Jrelu W) r -> spectral_norm m n (mat_mul m Jtanh W) t ->
  spectral_norm m n (mat_mul m Jsigmoid W) g ->
  r <= s /\ t <= (1 + / 10 ^ 9) * s /\ g <= s.
Proof.
  intros m n W x s _ _ _ Hs u Jr Jt Jg r t g HJr HJt HJg Hr Ht Hg.
  assert (He : 0 < / 10 ^ 9) by (apply Rinv_0_lt_compat, pow_lt; lra).
  split; [|split].
  - rewrite <- (Rmult_1_l s). apply (after_contraction m n Jr W s r 1); [lra| |assumption..].
    now apply relu_jacobian_at_most with u.
  - apply (after_contraction m n Jt W s t); [lra| |assumption..].
    apply (slopes_at_most_one m tanh_layer u _ Jt (smooth_tanh m u)); [|assumption].
    intro. apply tanh_slope.
  - rewrite <- (Rmult_1_l s). apply (after_contraction m n Jg W s g 1); [lra| |assumption..].
    apply (slopes_at_most_one m sigmoid u _ Jg (smooth_sigmoid m u)); [|assumption].
    intro. apply sigmoid_slope.
Qed.

(** One weight, 2, and the input 1: all three activations have a derivative. *)
Theorem spectral_normalisation_caps_not_vacuous :
  exists (m n : nat) (W : matrix) (x : vector) (s : R),
  (1 <= m <= 6)%nat /\ (1 <= n <= 6)%nat /\ frobenius m n W > 0 /\ spectral_norm m n W s /\
  let u := vec_scale (1 / s) (mat_vec n W x) in
  exists (Jrelu Jtanh Jsigmoid : matrix) (r t g : R),
  jacobian m m relu u Jrelu /\ jacobian m m tanh_layer u Jtanh /\
  jacobian m m sigmoid u Jsigmoid /\
  spectral_norm m n (mat_mul m Jrelu W) r /\ spectral_norm m n (mat_mul m Jtanh W) t /\
  spectral_norm m n (mat_mul m Jsigmoid W) g.
Proof.
  exists 1%nat, 1%nat, (mat_scale 2 identity_matrix), (fun _ => 1), 2.
  split; [lia|]. split; [lia|]. split.
  { unfold frobenius, mat_scale, identity_matrix. apply sqrt_lt_R0. simpl. lra. }
  split; [apply spectral_norm_scalar; [lia|lra]|]. intro u.
  assert (Hu : forall i, (i < 1)%nat -> 0 < u i).
  { intros i Hi. unfold u, vec_scale. rewrite mat_vec_scaled, mat_vec_identity by assumption. lra. }
  set (Jr := identity_matrix). set (Jt := diag (fun i => 1 - tanh (u i) ^ 2)).
  set (Jg := diag (fun i => exp (- u i) / (1 + exp (- u i)) ^ 2)).
  destruct (spectral_norm_exists 1 1 (mat_mul 1 Jr (mat_scale 2 identity_matrix))) as (r & Hr).
  destruct (spectral_norm_exists 1 1 (mat_mul 1 Jt (mat_scale 2 identity_matrix))) as (t & Ht).
  destruct (spectral_norm_exists 1 1 (mat_mul 1 Jg (mat_scale 2 identity_matrix))) as (g & Hg).
  exists Jr, Jt, Jg, r, t, g.
  split; [now apply smooth_jacobian, smooth_relu|].
  split; [apply smooth_jacobian, smooth_tanh|]. split; [apply smooth_jacobian, smooth_sigmoid|].
  split; [assumption|]. split; assumption.
Qed.
