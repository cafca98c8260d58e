// Signs somebody in as a client under the FAPI 2.0 Security Profile, with openid-client and oauth4webapi as they come from
// npm: pushed request, private_key_jwt, tokens bound to a key. Lines are those of openid-client.mjs.
import * as client from 'openid-client'
import * as oauth from 'oauth4webapi'
import { createInterface } from 'node:readline/promises'

const [issuer, port, id, jwk, redirectUri] = process.argv.slice(2)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

function expect(fact, what) {
  if (!fact) throw new Error('not as expected: ' + what)
}

// the server of the test is at another port than its name says
const reached = (url, options) => fetch(String(url).replace(issuer, 'http://127.0.0.1:' + port), options)

const read = JSON.parse(jwk)
const key = { kid: read.kid, key: await crypto.subtle.importKey(
  'jwk', { ...read, use: undefined, key_ops: undefined }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']) }
const config = await client.discovery(
  new URL(issuer), id, { id_token_signed_response_alg: 'PS256', use_mtls_endpoint_aliases: false },
  client.PrivateKeyJwt(key),
  { execute: [client.allowInsecureRequests], [client.customFetch]: reached })
config[client.customFetch] = reached
expect(config.serverMetadata().pushed_authorization_request_endpoint, 'pushed requests are announced')

const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'))
const verifier = client.randomPKCECodeVerifier()
const state = client.randomState()
const nonce = client.randomNonce()
const address = await client.buildAuthorizationUrlWithPAR(config, {
  redirect_uri: redirectUri, scope: 'openid profile', state, nonce,
  code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' }, { DPoP })
expect([...address.searchParams.keys()].sort().join() === 'client_id,request_uri', 'nothing else in the address')
console.log('OPEN ' + address.href)
const tokens = await client.authorizationCodeGrant(config, new URL((await lines.next()).value), {
  pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true }, undefined, { DPoP })
expect(tokens.token_type === 'dpop', 'bound tokens')
const subject = tokens.claims().sub
const told = await client.fetchUserInfo(config, tokens.access_token, subject, { DPoP })
expect(told.name, 'claims')
const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token, undefined, { DPoP })
expect(refreshed.access_token !== tokens.access_token, 'another access token')
const active = await client.tokenIntrospection(config, refreshed.access_token)
expect(active.active && active.cnf.jkt && active.token_type === 'DPoP', 'introspection says the key')

// the same with the lower library, in the client's own name
const as = config.serverMetadata()
const self = { client_id: id }
const options = { [oauth.allowInsecureRequests]: true, [oauth.customFetch]: reached }
const machine = oauth.DPoP(self, await oauth.generateKeyPair('ES256'))
const answer = await oauth.clientCredentialsGrantRequest(
  as, self, oauth.PrivateKeyJwt(key), new URLSearchParams(), { ...options, DPoP: machine })
const own = await oauth.processClientCredentialsResponse(as, self, answer)
expect(own.token_type === 'dpop', 'a bound token of its own')
const refused = await oauth.protectedResourceRequest(
  own.access_token, 'GET', new URL(as.userinfo_endpoint), undefined, undefined, { ...options, DPoP: machine })
  .catch(challenged => challenged)
expect(refused instanceof oauth.WWWAuthenticateChallengeError && refused.status === 401, 'a machine is no person')
console.log('DONE ' + subject)
process.exit(0)
