#!/usr/bin/env python3
"""Makes vectors.json: what the sealing formats are, written a second time in another language.

Needs: pip install cryptography argon2-cffi. The program's tests open what this script sealed.
Sources: RFC 9180 (HPKE), draft-connolly-cfrg-xwing-kem-06, RFC 5869 (HKDF), RFC 9106 (Argon2), FIPS 204 (ML-DSA).
"""
import base64, hashlib, hmac, json, pathlib, struct
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA65PrivateKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def pattern(label, count):
    return hashlib.shake_256(label.encode()).digest(count)


def hkdf_extract(salt, ikm):
    return hmac.new(salt or bytes(32), ikm, hashlib.sha256).digest()


def hkdf_expand(prk, info, length):
    out, block, n = b'', b'', 1
    while len(out) < length:
        block = hmac.new(prk, block + info + bytes([n]), hashlib.sha256).digest()
        out, n = out + block, n + 1
    return out[:length]


def derived(key, label):
    return hkdf_expand(hkdf_extract(b'', key), b'meldloket/1/' + label.encode(), 32)


def prefixed(*parts):
    return b''.join(struct.pack('>I', len(p)) + p for p in (x if isinstance(x, bytes) else x.encode() for x in parts))


def place(table, column, row, subject='', compartment='', epoch=0):
    return prefixed(table, column, row, subject, compartment, str(epoch))


# --- X-Wing

def xwing_expand(seed):
    expanded = hashlib.shake_256(seed).digest(96)
    return MLKEM768PrivateKey.from_seed_bytes(expanded[:64]), X25519PrivateKey.from_private_bytes(expanded[64:])


def xwing_public(seed):
    m, x = xwing_expand(seed)
    raw = dict(encoding=Encoding.Raw, format=PublicFormat.Raw)
    return m.public_key().public_bytes(**raw) + x.public_key().public_bytes(**raw)


def xwing_encapsulate(seed, ephemeral):
    m, x = xwing_expand(seed)
    raw = dict(encoding=Encoding.Raw, format=PublicFormat.Raw)
    shared_m, ct_m = m.public_key().encapsulate()
    e = X25519PrivateKey.from_private_bytes(ephemeral)
    ct_x, pk_x = e.public_key().public_bytes(**raw), x.public_key().public_bytes(**raw)
    shared_x = e.exchange(x.public_key())
    return hashlib.sha3_256(shared_m + shared_x + ct_x + pk_x + bytes.fromhex('5c2e2f2f5e5c')).digest(), ct_m + ct_x


# --- HPKE base mode: X-Wing (0x647a), HKDF-SHA256 (1), AES-256-GCM (2)

SUITE = b'HPKE' + struct.pack('>HHH', 0x647a, 1, 2)


def labeled_extract(salt, label, ikm):
    return hkdf_extract(salt, b'HPKE-v1' + SUITE + label + ikm)


def labeled_expand(prk, label, info, length):
    return hkdf_expand(prk, struct.pack('>H', length) + b'HPKE-v1' + SUITE + label + info, length)


def hpke_seal(seed, info, plaintext, ephemeral):
    shared, enc = xwing_encapsulate(seed, ephemeral)
    context = b'\0' + labeled_extract(b'', b'psk_id_hash', b'') + labeled_extract(b'', b'info_hash', info)
    secret = labeled_extract(shared, b'secret', b'')
    key, nonce = labeled_expand(secret, b'key', context, 32), labeled_expand(secret, b'base_nonce', context, 12)
    return enc, AESGCM(key).encrypt(nonce, plaintext, b'')


def envelope(seed, at, plaintext, ephemeral):
    enc, ct = hpke_seal(seed, b'\x01\x01' + at, plaintext, ephemeral)
    return b'\x01\x01' + enc + ct


# --- boxes and files

def box(key, at, plaintext, nonce):
    commitment = derived(key, 'box/commitment')[:16]
    header = b'\x01\x01' + commitment
    return header + nonce + AESGCM(derived(key, 'box/key')).encrypt(nonce, plaintext, header + at)


def padded_text(text):
    out = struct.pack('>I', len(text)) + text
    return out + bytes(-len(out) % 1024)


def padme(count):
    if count <= 1:
        return count
    e = count.bit_length() - 1
    s = e.bit_length()
    if e <= s:
        return count
    mask = (1 << (e - s)) - 1
    return (count + mask) & ~mask


def file_chunks(key, at, content, size=256 * 1024):
    content += bytes(padme(len(content)) - len(content))
    pieces = [content[i:i + size] for i in range(0, len(content), size)] or [b'']
    out = []
    for n, piece in enumerate(pieces):
        last = bytes([n == len(pieces) - 1])
        nonce = bytes(7) + struct.pack('>I', n) + last
        aad = b'\x01\x01' + at + struct.pack('>I', n) + last
        out.append(b'\x01\x01' + last + AESGCM(derived(key, 'file')).encrypt(nonce, piece, aad))
    return out


# --- codes

def check_digits(digits):
    return '%02d' % (98 - int(digits + '00') % 97)


def argon(password, salt, memory, passes):
    return hash_secret_raw(password, salt, passes, memory, 1, 32, Type.ID)


def main():
    b64 = lambda b: base64.b64encode(b).decode()
    seed, second, key = pattern('reader', 32), pattern('second', 32), pattern('key', 32)
    at = place('case_item', 'payload', 'row', 'case', 'content', 3)
    text = padded_text('report/1\n{"a":"één"}'.encode())
    content = pattern('file', 263_000)
    sign = MLDSA65PrivateKey.from_seed_bytes(pattern('signing', 32))
    statement = prefixed('message/1', 'case', 'toReporter', '2', 'Dank je.')
    pepper, salt = pattern('pepper', 32), pattern('salt', 16)
    code = '1234567890123456789012'
    code += check_digits(code)
    peppered = hmac.new(pepper, code.encode(), hashlib.sha256).digest()
    stretched = argon(peppered, salt, 65536, 3)
    vectors = {
        'place': b64(at),
        'xwing': {'seed': b64(seed), 'public': b64(xwing_public(seed)), 'secret': b64(key),
                  'wrap': b64(envelope(seed, at, key, pattern('ephemeral', 32)))},
        'pair': {'first': b64(seed), 'second': b64(second), 'secret': b64(key),
                 'wrap': b64(envelope(second, at, envelope(seed, at, key, pattern('e1', 32)), pattern('e2', 32)))},
        'box': {'key': b64(key), 'plain': b64(text), 'box': b64(box(key, at, text, pattern('nonce', 12)))},
        'file': {'key': b64(key), 'sha256': hashlib.sha256(content).hexdigest(), 'count': len(content),
                 'chunks': [b64(c) for c in file_chunks(key, at, content)]},
        'mldsa': {'seed': b64(pattern('signing', 32)),
                  'public': b64(sign.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)),
                  'signature': b64(sign.sign(statement, b'meldloket/1/message'))},
        'mac': {'key': b64(key), 'code': b64(hmac.new(key, statement, hashlib.sha256).digest())},
        'argon2id': [{'password': b64(p), 'salt': b64(salt), 'memoryKiB': m, 'passes': t, 'output': b64(argon(p, salt, m, t))}
                     for p, m, t in ((b'x', 64, 1), (pattern('password', 32), 65536, 3), (pattern('password', 32), 131072, 3))],
        'code': {'pepper': b64(pepper), 'salt': b64(salt), 'code': code, 'locator': b64(derived(stretched, 'stretched/locator')),
                 'unlock': b64(derived(stretched, 'stretched/unlock')), 'verifier': b64(derived(stretched, 'stretched/verifier'))},
        'padme': [[n, padme(n)] for n in (0, 1, 2, 9, 100, 1000, 5000, 65537, 262144, 1_000_001, 104_857_601)],
    }
    path = pathlib.Path(__file__).with_name('vectors.json')
    path.write_text(json.dumps(vectors, indent=1) + '\n')


main()
