# The largest Lyapunov exponent of Lozi's map x'' = 1 - 1.7 |x'| + 0.5 x, for ClosedLoopTest. Plain Python, numpy for the mean.
import math

import numpy

a, b = 1.7, 0.5
growth = []
for run in range(10):
    x, y = 0.1 + 0.01 * run, 0.1
    u, v = 1.0, 0.3
    total = 0.0
    steps = 200000
    for i in range(-1000, steps):
        slope = -a if x > 0 else a
        x, y = 1 - a * abs(x) + b * y, x
        u, v = slope * u + b * v, u
        size = math.hypot(u, v)
        u, v = u / size, v / size
        if i >= 0:
            total += math.log(size)
    growth.append(total / steps)
print(numpy.mean(growth), "+-", 2.26 * numpy.std(growth, ddof=1) / math.sqrt(len(growth)))
