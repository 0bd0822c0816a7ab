# SPDX-License-Identifier: Apache-2.0
"""Iterations per second, and per second of processor time, of the notebook's GAN in PyTorch, with the images ready in memory.

Run: python3 benchmark_torch.py FOLDER THREADS ITERATIONS [foreach], with FOLDER holding train-images-idx3-ubyte.gz.
"foreach" takes PyTorch's faster form of Adam, which the notebook does not ask for.
"""
import gzip
import os
import sys
import time

threads = int(sys.argv[2])
os.environ['OMP_NUM_THREADS'] = os.environ['OPENBLAS_NUM_THREADS'] = str(threads)
import numpy as np
import torch
from torch import nn

torch.set_num_threads(threads)
torch.manual_seed(42)
raw = np.frombuffer(gzip.open(sys.argv[1] + '/train-images-idx3-ubyte.gz').read(), dtype=np.uint8)[16:].reshape(-1, 784)
images = (torch.from_numpy(raw.astype(np.float32)) / 255 - 0.5) / 0.5
generator = nn.Sequential(nn.Linear(100, 256), nn.ReLU(), nn.Linear(256, 512), nn.ReLU(), nn.Linear(512, 784), nn.Tanh())
discriminator = nn.Sequential(nn.Linear(784, 512), nn.LeakyReLU(0.2), nn.Linear(512, 256), nn.LeakyReLU(0.2),
                              nn.Linear(256, 1), nn.Sigmoid())
loss = nn.BCELoss()
options = dict(lr=2e-4, betas=(0.5, 0.999))
if 'foreach' in sys.argv[4:]:
    options['foreach'] = True
optimizer_g = torch.optim.Adam(generator.parameters(), **options)
optimizer_d = torch.optim.Adam(discriminator.parameters(), **options)
ones, zeros = torch.ones(64, 1), torch.zeros(64, 1)


def iteration(i):
    first = i % (len(images) // 64) * 64
    real = images[first:first + 64]
    optimizer_g.zero_grad()
    fake = generator(torch.randn(64, 100))
    g_loss = loss(discriminator(fake), ones)
    g_loss.backward()
    optimizer_g.step()
    optimizer_d.zero_grad()
    d_loss = loss(discriminator(real), ones) + loss(discriminator(fake.detach()), zeros)
    d_loss.backward()
    optimizer_d.step()
    return d_loss.item() + g_loss.item()


count = int(sys.argv[3])
for i in range(30):
    iteration(i)
start, processor = time.perf_counter(), time.process_time()
for i in range(count):
    iteration(i)
print('%.1f %.1f' % (count / (time.perf_counter() - start), count / (time.process_time() - processor)))
