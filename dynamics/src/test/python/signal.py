"""Reference values of mean-field theory from mpmath with 25 digits.

    python3 dynamics/src/test/python/signal.py > dynamics/src/test/resources/gradlab/dynamics/signal/mpmath.csv

Each line: quantity, activation, arguments, value. Means over z ~ N(0, 1), x = sqrt(q) z; products over u, v of variance q and
correlation c, by mpmath's own tanh-sinh rule in the plain coordinates u, v = c u + sqrt(1 - c^2) w.
"""

import sys

import mpmath as mp

mp.mp.dps = 25

SCALE = mp.mpf("1.050700987355480493419334985295")
ALPHA = mp.mpf("1.673263242354377284817042991672")


def sigmoid(x):
    return 1 / (1 + mp.exp(-x)) if x > 0 else mp.exp(x) / (1 + mp.exp(x))


def softplus(x):
    return max(x, 0) + mp.log1p(mp.exp(-abs(x)))


def phi_cdf(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


ACTIVATIONS = {
    "tanh": (mp.tanh, lambda x: mp.sech(x) ** 2, []),
    "sigmoid": (sigmoid, lambda x: sigmoid(x) * sigmoid(-x), []),
    "erf": (mp.erf, lambda x: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x), []),
    "softplus": (softplus, sigmoid, []),
    "elu": (lambda x: x if x > 0 else mp.expm1(x), lambda x: mp.mpf(1) if x > 0 else mp.exp(x), [0]),
    "selu": (
        lambda x: SCALE * (x if x > 0 else ALPHA * mp.expm1(x)),
        lambda x: SCALE * (1 if x > 0 else ALPHA * mp.exp(x)),
        [0],
    ),
    "gelu": (
        lambda x: x * phi_cdf(x),
        lambda x: phi_cdf(x) + x * mp.npdf(x),
        [],
    ),
    "gelu_tanh": (
        lambda x: x * sigmoid(2 * mp.sqrt(2 / mp.pi) * (x + mp.mpf("0.044715") * x**3)),
        None,
        [],
    ),
    "silu": (lambda x: x * sigmoid(x), lambda x: sigmoid(x) + x * sigmoid(x) * sigmoid(-x), []),
    "hard_swish": (
        lambda x: mp.mpf(0) if x <= -3 else (x if x >= 3 else x * (x + 3) / 6),
        lambda x: mp.mpf(0) if x <= -3 else (mp.mpf(1) if x > 3 else (2 * x + 3) / 6),
        [-3, 3],
    ),
    "mish": (lambda x: x * mp.tanh(softplus(x)), None, []),
}


def slope_of(name):
    f, d, _ = ACTIVATIONS[name]
    return d or (lambda x: mp.diff(f, x))


def cuts(q, kinks, reach=16):
    root = mp.sqrt(q)
    inner = {mp.mpf(0)} | {k / root for k in kinks}
    scale = 1 / root
    while scale < reach:
        inner |= {scale, -scale}
        scale *= 4
    inner |= {mp.mpf(s) * k for s in (1, -1) for k in (1, 3, 7)}
    return sorted({-mp.mpf(reach), mp.mpf(reach)} | {x for x in inner if abs(x) < reach})


def mean(function, q, kinks):
    root = mp.sqrt(q)
    return mp.quad(lambda z: function(root * z) * mp.npdf(z), cuts(q, kinks))


def product(function, q, c, kinks):
    mp.mp.dps = 16
    root = mp.sqrt(q)
    side = mp.sqrt(1 - c * c)

    def inner(u):
        places = {(k / root - c * u) / side for k in [*kinks, 0]} | {-9, 0, 9}
        limits = sorted(x for x in places if abs(x) <= 9)
        return mp.quad(lambda w: function(root * (c * u + side * w)) * mp.npdf(w), limits, maxdegree=6)

    limits = sorted({mp.mpf(-9), mp.mpf(0), mp.mpf(9)} | {mp.mpf(k) / root for k in kinks if abs(k) < 9 * root})
    value = mp.quad(lambda u: function(root * u) * inner(u) * mp.npdf(u), limits, maxdegree=6)
    mp.mp.dps = 25
    return value


def line(quantity, name, arguments, value, digits=20):
    print(f"{quantity};{name};{','.join(repr(a) for a in arguments)};{mp.nstr(value, digits)}")


def main():
    print(f"# mpmath {mp.__version__}, python3 dynamics/src/test/python/signal.py")
    for name, (f, _, kinks) in ACTIVATIONS.items():
        d = slope_of(name)
        for q in (1e-4, 0.3, 1.0, 7.5, 100.0, 1e6):
            line("square", name, (q,), mean(lambda x: f(x) ** 2, q, kinks))
            if ACTIVATIONS[name][1] is not None or q <= 100:
                line("slopeSquare", name, (q,), mean(lambda x: d(x) ** 2, q, kinks), 20 if ACTIVATIONS[name][1] else 12)
        sys.stdout.flush()
    for name in ("tanh", "elu", "gelu", "hard_swish"):
        f, d, kinks = ACTIVATIONS[name]
        for q, c in ((0.5, 0.3), (2.0, -0.6), (2.0, 0.9)):
            line("product", name, (q, c), product(f, q, c, kinks), 12)
            line("slopeProduct", name, (q, c), product(d, q, c, kinks), 12)
        sys.stdout.flush()


main()
