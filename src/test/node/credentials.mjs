// Verifies a credential as somebody does who is shown it, with @sd-jwt/sd-jwt-vc as it comes from npm: signature by the
// issuer's published keys, hashes, type metadata with its integrity, status list; then shows one part of it bound to the
// wallet's key. Arguments: issuer, port, seconds since 1970, credential, the wallet's key (JWK). Says DONE, or REVOKED.
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { createHash, randomBytes, webcrypto } from 'node:crypto'

const [issuer, port, now, credential, walletKey] = process.argv.slice(2)
const currentDate = Number(now)

function expect(fact, what) {
  if (!fact) throw new Error('not as expected: ' + what)
}

// the server of the test is at another port than its name says
const fetched = globalThis.fetch
globalThis.fetch = (url, options) => fetched(String(url).replace(issuer, 'http://127.0.0.1:' + port), options)

const ES256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const imported = (jwk, use) => webcrypto.subtle.importKey('jwk', { ...jwk, use: undefined, key_ops: undefined, alg: undefined }, ES256, false, [use])
async function verified(data, signature, jwk) {
  return webcrypto.subtle.verify(ES256, await imported(jwk, 'verify'), Buffer.from(signature, 'base64url'), Buffer.from(data))
}

const metadata = await (await fetch(issuer + '/.well-known/jwt-vc-issuer')).json()
expect(metadata.issuer === issuer, 'the issuer says who it is')
const byIssuer = async (data, signature) => {
  const { kid } = JSON.parse(Buffer.from(data.split('.')[0], 'base64url'))
  const key = metadata.jwks.keys.find(one => one.kid === kid)
  expect(key && !key.d, 'a public key of the name')
  return verified(data, signature, key)
}

const wallet = JSON.parse(walletKey)
const sdjwt = new SDJwtVcInstance({
  verifier: byIssuer,
  statusVerifier: byIssuer,
  hasher: (data, alg) => createHash(alg.replace('-', '')).update(typeof data === 'string' ? data : Buffer.from(data)).digest(),
  hashAlg: 'sha-256',
  saltGenerator: length => randomBytes(length).toString('base64url'),
  loadTypeMetadataFormat: true,
  // the library compares the hash in hexadecimal; Subresource Integrity has it in Base64
  vctFetcher: async (vct, integrity) => {
    const text = await (await fetch(vct)).text()
    expect(integrity === 'sha256-' + createHash('sha256').update(text).digest('base64'), 'integrity of the type metadata')
    return JSON.parse(text)
  },
  kbSignAlg: 'ES256',
  kbSigner: async data => Buffer.from(await webcrypto.subtle.sign(ES256, await imported(wallet, 'sign'), Buffer.from(data))).toString('base64url'),
  kbVerifier: (data, signature, payload) => verified(data, signature, payload.cnf.jwk),
})

try {
  const whole = await sdjwt.verify(credential, { currentDate, skewSeconds: 60 })
  expect(whole.payload.iss === issuer && whole.header.typ === 'dc+sd-jwt', 'who issued what')
  expect(whole.payload.represented_name, 'all parts are there')
  expect(whole.typeMetadata, 'type metadata')
  const nonce = 'of-the-one-who-checks'
  const shown = await sdjwt.present(credential, { represented_name: true }, {
    kb: { payload: { iat: currentDate, aud: 'https://checker.example.vn', nonce } } })
  const seen = await sdjwt.verify(shown, { currentDate, keyBindingNonce: nonce, skewSeconds: 60 })
  expect(seen.payload.represented_name && !seen.payload.representative_name, 'one part alone was shown')
  expect(seen.kb.payload.nonce === nonce, 'by who holds the key')
  console.log('DONE ' + seen.payload.kind)
} catch (refused) {
  if (!/Status is not valid/.test(refused.message)) throw refused
  console.log('REVOKED ' + refused.message)
}
process.exit(0)
