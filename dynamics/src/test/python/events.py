#!/usr/bin/env python3
"""Reads a TensorBoard event file with nothing but the standard library: checks every checksum and prints step, tag, value."""
import struct
import sys

TABLE = []
for n in range(256):
    for _ in range(8):
        n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
    TABLE.append(n)


def masked(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    crc ^= 0xFFFFFFFF
    return (crc >> 15 | crc << 17) + 0xA282EAD8 & 0xFFFFFFFF


def varint(data, at):
    value = shift = 0
    while True:
        value |= (data[at] & 0x7F) << shift
        shift += 7
        at += 1
        if data[at - 1] < 0x80:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        if key & 7 == 0:
            value, at = varint(data, at)
        else:
            size, at = {1: lambda: (8, at), 5: lambda: (4, at), 2: lambda: varint(data, at)}[key & 7]()
            value, at = data[at:at + size], at + size
        yield key >> 3, value


data, at = open(sys.argv[1], "rb").read(), 0
while at < len(data):
    (length,) = struct.unpack_from("<Q", data, at)
    event = data[at + 12:at + 12 + length]
    sums = struct.unpack_from("<I", data, at + 8) + struct.unpack_from("<I", data, at + 12 + length)
    assert sums == (masked(data[at:at + 8]), masked(event)), at
    at += 16 + length
    found = dict(fields(event))
    for _, value in fields(found.get(5, b"")):
        entry = dict(fields(value))
        print(found.get(2, 0), entry[1].decode(), struct.unpack("<f", entry[2])[0])
