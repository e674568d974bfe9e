(** Eigenvalues, complex ones included, bound from below what a matrix and its
    powers do. *)

Require Import Lra Lia.
Require Import Gradlab.Spectrum Gradlab.Sums Gradlab.Norms Gradlab.SpectralNorm
  Gradlab.Matrices Gradlab.ProductBound.

(** The squares of real and imaginary part of [(a + b i) (u + w i)], summed. *)
Lemma modulus_product : forall n a b u w,
  dot n (fun i => a * u i - b * w i) (fun i => a * u i - b * w i) +
  dot n (fun i => b * u i + a * w i) (fun i => b * u i + a * w i) =
  (a ^ 2 + b ^ 2) * (dot n u u + dot n w w).
Proof.
  intros. unfold dot. rewrite <- !sum_plus, <- sum_scale. apply sum_ext. intros. ring.
Qed.

(** No eigenvalue has a modulus above a bound of the norm. *)
Lemma eigenvalue_at_most : forall n A a b c, 0 <= c -> norm_at_most n n A c ->
  eigenvalue n A a b -> sqrt (a ^ 2 + b ^ 2) <= c.
Proof.
  intros n A a b c Hc HA (u & w & (i & Hi & Hne) & Heig).
  set (p := dot n u u + dot n w w).
  assert (Hp : 0 < p).
  { unfold p. rewrite <- !norm_squared.
    pose proof (norm_nonneg n u). pose proof (norm_nonneg n w).
    destruct Hne as [H'|H']; pose proof (norm_pos n _ i Hi H'); nra. }
  assert (Hsq : forall x, dot n (mat_vec n A x) (mat_vec n A x) <= c ^ 2 * dot n x x).
  { intro x. rewrite <- !norm_squared. rewrite <- Rpow_mult_distr. apply pow_incr.
    split; [apply norm_nonneg|apply HA]. }
  assert (Hle : (a ^ 2 + b ^ 2) * p <= c ^ 2 * p).
  { assert (Hu : same_vector n (mat_vec n A u) (fun i => a * u i - b * w i))
      by (intros k Hk; now apply Heig).
    assert (Hw : same_vector n (mat_vec n A w) (fun i => b * u i + a * w i))
      by (intros k Hk; now apply Heig).
    unfold p. rewrite <- modulus_product, <- (dot_ext n _ _ _ _ Hu Hu), <- (dot_ext n _ _ _ _ Hw Hw).
    pose proof (Hsq u). pose proof (Hsq w). lra. }
  rewrite <- (sqrt_pow2 c Hc). apply sqrt_le_1_alt.
  now apply Rmult_le_reg_r with p.
Qed.

(** The power of a matrix has the power of the eigenvalue. *)
Lemma eigenvalue_power : forall n A a b m, eigenvalue n A a b ->
  exists c d, eigenvalue n (mat_power n A m) c d /\
  c ^ 2 + d ^ 2 = (a ^ 2 + b ^ 2) ^ m.
Proof.
  intros n A a b m (u & w & Hne & Heig).
  assert (H : exists c d, c ^ 2 + d ^ 2 = (a ^ 2 + b ^ 2) ^ m /\
    forall i, (i < n)%nat ->
    mat_vec n (mat_power n A m) u i = c * u i - d * w i /\
    mat_vec n (mat_power n A m) w i = d * u i + c * w i).
  { induction m as [|m (c & d & Hcd & IH)].
    - exists 1, 0. split; [simpl; ring|]. intros i Hi. simpl mat_power.
      rewrite !mat_vec_identity by assumption. lra.
    - exists (a * c - b * d), (a * d + b * c). split.
      + cbn [pow] in *. rewrite <- Hcd. ring.
      + intros i Hi. cbn [mat_power]. rewrite !mat_vec_product.
        rewrite (mat_vec_same n n A (mat_vec n (mat_power n A m) u) (fun j => c * u j + (- d) * w j)) by
          (try assumption; intros j Hj; rewrite (proj1 (IH j Hj)); ring).
        rewrite (mat_vec_same n n A (mat_vec n (mat_power n A m) w) (fun j => d * u j + c * w j)) by
          (try assumption; intros j Hj; rewrite (proj2 (IH j Hj)); ring).
        rewrite !mat_vec_linear. destruct (Heig i Hi) as [-> ->]. split; ring. }
  destruct H as (c & d & Hcd & H). exists c, d. split; [|assumption].
  exists u, w. split; assumption.
Qed.

Lemma sqrt_pow : forall x m, 0 <= x -> sqrt (x ^ m) = sqrt x ^ m.
Proof.
  intros x m Hx. induction m as [|m IH]; simpl; [apply sqrt_1|].
  rewrite sqrt_mult by (auto using pow_le). now rewrite IH.
Qed.

Theorem power_at_least_radius : forall n A r m s,
  spectral_radius n A r -> spectral_norm n n (mat_power n A m) s -> r ^ m <= s.
Proof.
  intros n A r m s ((a & b & Heig & <-) & _) (Hs & HA & _).
  destruct (eigenvalue_power n A a b m Heig) as (c & d & Hpow & E).
  rewrite <- sqrt_pow by nra. rewrite <- E. now apply (eigenvalue_at_most n (mat_power n A m)).
Qed.

Theorem radius_at_most : forall n A r c, 0 <= c -> norm_at_most n n A c ->
  spectral_radius n A r -> r <= c.
Proof.
  intros n A r c Hc HA ((a & b & Heig & <-) & _). now apply (eigenvalue_at_most n A).
Qed.

Lemma radius_nonneg : forall n A r, spectral_radius n A r -> 0 <= r.
Proof. intros n A r ((a & b & _ & <-) & _). apply sqrt_pos. Qed.

(** Where there is one spectral radius there is no other. *)
Lemma radius_unique : forall n A r t,
  spectral_radius n A r -> spectral_radius n A t -> r = t.
Proof.
  intros n A r t ((a & b & Ha & <-) & Hr) ((c & d & Hc & <-) & Ht).
  apply Rle_antisym; auto.
Qed.

Lemma spectral_radius_same : forall n A B r,
  (forall x, same_vector n (mat_vec n A x) (mat_vec n B x)) ->
  spectral_radius n A r -> spectral_radius n B r.
Proof.
  intros n A B r E ((a & b & (u & w & Hne & H) & Hr) & Hall). split.
  - exists a, b. split; [|assumption]. exists u, w. split; [assumption|].
    intros i Hi. rewrite <- !(E _ i Hi). now apply H.
  - intros c d (v & z & Hne' & H'). apply Hall. exists v, z. split; [assumption|].
    intros i Hi. rewrite !(E _ i Hi). now apply H'.
Qed.

(** The examples: a multiple of the identity. *)
Lemma spectral_radius_scalar : forall n c, (1 <= n)%nat -> 0 <= c ->
  spectral_radius n (mat_scale c identity_matrix) c.
Proof.
  intros n c Hn Hc. split.
  - exists c, 0. split.
    + exists (identity_matrix 0%nat), (fun _ => 0). split.
      * exists 0%nat. split; [lia|]. left. unfold identity_matrix. simpl. lra.
      * intros i Hi. rewrite !mat_vec_scaled, !mat_vec_identity by assumption. lra.
    + replace (c ^ 2 + 0 ^ 2) with (c ^ 2) by ring. now apply sqrt_pow2.
  - intros a b H.
    destruct (spectral_norm_scalar n c Hn Hc) as (_ & HA & _).
    exact (eigenvalue_at_most n _ a b c Hc HA H).
Qed.

(** * The claims *)

Theorem eigenvalue_above_one_explodes :
  forall (n : nat) (W : matrix) (m : nat) (r s : R),
  (1 <= n <= 4)%nat -> (1 <= m <= 20)%nat ->
  spectral_radius n W r -> r > 1 -> spectral_norm n n (mat_power n W m) s ->
  s >= r ^ m.
Proof.
  intros n W m r s _ _ Hr _ Hs. apply Rle_ge. now apply (power_at_least_radius n W).
Qed.

Theorem eigenvalue_above_one_explodes_not_vacuous :
  exists (n : nat) (W : matrix) (m : nat) (r s : R),
  (1 <= n <= 4)%nat /\ (1 <= m <= 20)%nat /\
  spectral_radius n W r /\ r > 1 /\ spectral_norm n n (mat_power n W m) s.
Proof.
  destruct (spectral_norm_exists 4 4 (mat_power 4 (mat_scale 2 identity_matrix) 20)) as (s & Hs).
  exists 4%nat, (mat_scale 2 identity_matrix), 20%nat, 2, s.
  split; [lia|]. split; [lia|]. split; [|split; [lra|assumption]].
  apply spectral_radius_scalar; [lia|lra].
Qed.

Theorem geometric_mean_bounds :
  forall (L n : nat) (Js : nat -> matrix) (s : nat -> R) (r : R),
  (1 <= L <= 8)%nat -> (1 <= n <= 5)%nat ->
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) ->
  spectral_radius n (chain n L Js) r ->
  r <= prod_below L s.
Proof.
  intros L n Js s r _ _ Hs Hr.
  assert (H : forall l, (l < L)%nat -> 0 <= s l /\ norm_at_most n n (Js l) (s l))
    by (intros l Hl; destruct (Hs l Hl) as (? & ? & _); auto).
  apply (radius_at_most n (chain n L Js)); [|now apply chain_norm_at_most|assumption].
  apply prod_nonneg. intros l Hl. now apply H.
Qed.

Theorem geometric_mean_bounds_not_vacuous :
  exists (L n : nat) (Js : nat -> matrix) (s : nat -> R) (r : R),
  (1 <= L <= 8)%nat /\ (1 <= n <= 5)%nat /\
  (forall l, (l < L)%nat -> spectral_norm n n (Js l) (s l)) /\
  spectral_radius n (chain n L Js) r.
Proof.
  exists 1%nat, 5%nat, (fun _ => mat_scale 2 identity_matrix), (fun _ => 2), 2.
  split; [lia|]. split; [lia|]. split.
  - intros. apply spectral_norm_scalar; [lia|lra].
  - apply spectral_radius_same with (mat_scale 2 identity_matrix).
    + intros x i Hi. cbn [chain]. rewrite mat_vec_product. symmetry.
      exact (mat_vec_same 5 5 _ _ x (mat_vec_identity 5 x) i Hi).
    + apply spectral_radius_scalar; [lia|lra].
Qed.
