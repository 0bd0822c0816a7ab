# SPDX-License-Identifier: Apache-2.0
"""Makes golden-gan.txt: twenty iterations of a small GAN in PyTorch, written as the notebook writes them.

Run: python3 make_golden.py > golden-gan.txt (Debian's python3-torch 1.13). One line an array: name, shape, numbers.
"""
import numpy as np
import torch
from torch import nn

torch.manual_seed(3)
torch.set_num_threads(1)
NOISE, COLUMNS, ROWS, BATCH, STEPS = 5, 12, 40, 16, 20
generator = nn.Sequential(nn.Linear(NOISE, 8), nn.ReLU(), nn.Linear(8, 10), nn.ReLU(), nn.Linear(10, COLUMNS), nn.Tanh())
discriminator = nn.Sequential(nn.Linear(COLUMNS, 10), nn.LeakyReLU(0.2), nn.Linear(10, 8), nn.LeakyReLU(0.2),
                              nn.Linear(8, 1), nn.Sigmoid())


def show(name, array):
    a = np.asarray(array, dtype=np.float64)
    print(name, 'x'.join(map(str, a.shape)), ' '.join('%.9g' % v for v in a.ravel()))


def show_network(name, network):
    for i, layer in enumerate([m for m in network if isinstance(m, nn.Linear)]):
        # rows of inputs, the biases as the last row
        show('%s/%d' % (name, i), np.vstack([layer.weight.detach().numpy().T, layer.bias.detach().numpy()[None]]))


data = torch.rand(ROWS, COLUMNS) * 2 - 1
show('data', data)
show_network('generator-before', generator)
show_network('discriminator-before', discriminator)
loss = nn.BCELoss()
optimizer_g = torch.optim.Adam(generator.parameters(), lr=0.01, betas=(0.5, 0.999))
optimizer_d = torch.optim.Adam(discriminator.parameters(), lr=0.01, betas=(0.5, 0.999))
first, noise, losses = 0, [], []
for step in range(STEPS):
    real = data[first:first + BATCH]
    first = 0 if first + BATCH >= ROWS else first + BATCH
    ones, zeros = torch.ones(len(real), 1), torch.zeros(len(real), 1)
    z = torch.randn(len(real), NOISE)
    noise.append(z.numpy())
    optimizer_g.zero_grad()
    fake = generator(z)
    g_loss = loss(discriminator(fake), ones)
    g_loss.backward()
    optimizer_g.step()
    optimizer_d.zero_grad()
    d_loss = loss(discriminator(real), ones) + loss(discriminator(fake.detach()), zeros)
    d_loss.backward()
    optimizer_d.step()
    losses.append([d_loss.item(), g_loss.item()])
show('noise', np.vstack(noise))
show('losses', losses)
show_network('generator-after', generator)
show_network('discriminator-after', discriminator)
