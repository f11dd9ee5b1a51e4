package org.citestream.classify.decide.linear;

/** Mixes integers so that close ones end up far apart (the finaliser of MurmurHash3, public domain). */
final class Hash {

    private Hash() {}

    static int of(int a, int b) {
        return mix(a * 31 + mix(b + 0x7ED55D16));
    }

    static int mix(int value) {
        int h = value;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        h ^= h >>> 16;
        return h;
    }
}
