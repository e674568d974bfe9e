(** More layers that theorems speak of.  Nothing is proved here. *)

Require Export Gradlab.Spectrum.

(** [d] is the derivative at [x] of a layer of one input and one output. *)
Definition derivative (f : layer) (x d : R) : Prop :=
  derivable_pt_lim (fun y => f (fun _ => y) 0%nat) x d.

Definition identity_map : layer := fun x => x.

(** [W x + b] *)
Definition dense_bias (n : nat) (W : matrix) (b : vector) : layer :=
  fun x i => mat_vec n W x i + b i.

(** The hyperbolic tangent of the standard library, of each component. *)
Definition tanh_layer : layer := fun x i => tanh (x i).

(** The divisor is above 1. *)
Definition sigmoid : layer := fun x i => 1 / (1 + exp (- x i)).

(** A recurrent cell by its state [h], at the fixed input [u] of [m]
    components: [phi (W h + U u + b)]. *)
Definition rnn (n m : nat) (W U : matrix) (b : vector) (phi : layer) (u : vector) : layer :=
  fun h => phi (fun i => mat_vec n W h i + mat_vec m U u i + b i).

(** [x + h f x] *)
Definition residual_step (f : layer) (h : R) : layer := fun x i => x i + h * f x i.

(** A batch of [N] numbers, normalised: defined for [N >= 1] and [eps > 0]. *)
Definition batchnorm (N : nat) (eps : R) : layer :=
  fun x i => (x i - mean N x) / sqrt (variance N x + eps).

(** [mask i * x i / (1 - p)], defined for [0 <= p < 1]. *)
Definition dropout (mask : vector) (p : R) : layer := fun x i => mask i * x i / (1 - p).

(** [- (y 0 log p 0 + ... + y (n - 1) log p (n - 1))], one number, where [p] is
    the softmax of the [n] logits [z]; each [p i] is positive for [n >= 1]. *)
Definition cross_entropy (n : nat) (y : vector) : layer :=
  fun z _ => - sum_below n (fun i => y i * ln (softmax n z i)).

(** The angle [k 10000^(- 2 i / d)] of the [i]-th pair of components. *)
Definition rotary_angle (d k i : nat) : R :=
  INR k * Rpower 10000 (- 2 * INR i / INR d).

(** Rotary position encoding of [d] numbers, [d] even, at position [k]: the
    components [2 i] and [2 i + 1] are turned by the angle of their pair. *)
Definition rotary (d k : nat) : layer := fun x j =>
  let a := rotary_angle d k (Nat.div2 j) in
  if Nat.even j then cos a * x j - sin a * x (S j)
  else sin a * x (pred j) + cos a * x j.

(** Non-negative numbers of sum 1. *)
Definition simplex (n : nat) (y : vector) : Prop :=
  (forall i, (i < n)%nat -> 0 <= y i) /\ sum_below n y = 1.
