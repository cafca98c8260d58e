// Signs somebody in with openid-client as it comes from npm. The person's part is played by whoever started this: the
// address to open is a line of the output, the address that the browser was sent to is a line of the input.
import * as client from 'openid-client'
import { createInterface } from 'node:readline/promises'

const [issuer, port, id, secret, redirectUri] = process.argv.slice(2)
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()

function expect(fact, what) {
  if (!fact) throw new Error('not as expected: ' + what)
}

// the server of the test is at another port than its name says
const reached = (url, options) => fetch(String(url).replace(issuer, 'http://127.0.0.1:' + port), options)

const config = await client.discovery(
  new URL(issuer), id, undefined, secret ? client.ClientSecretBasic(secret) : client.None(),
  { execute: [client.allowInsecureRequests], [client.customFetch]: reached })
config[client.customFetch] = reached
expect(config.serverMetadata().supportsPKCE(), 'PKCE is announced')

async function signIn(parameters, checks = {}) {
  const verifier = client.randomPKCECodeVerifier()
  const state = client.randomState()
  const nonce = client.randomNonce()
  const address = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...parameters,
  })
  console.log('OPEN ' + address.href)
  const answer = new URL((await lines.next()).value)
  return client.authorizationCodeGrant(config, answer, {
    pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true, ...checks })
}

const tokens = await signIn({ scope: 'openid profile roles offline_access', ui_locales: 'en vi', login_hint: 'an' })
const subject = tokens.claims().sub
const told = await client.fetchUserInfo(config, tokens.access_token, subject)
expect(told.name && told.preferred_username && Array.isArray(told.roles), 'claims of all scopes')

const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token)
expect(refreshed.refresh_token !== tokens.refresh_token, 'the refresh token is replaced')
expect(refreshed.claims().sub === subject, 'the same person')

if (secret) {
  const active = await client.tokenIntrospection(config, refreshed.access_token)
  expect(active.active && active.sub === subject, 'an active token')
}
await client.tokenRevocation(config, refreshed.refresh_token)
try {
  await client.refreshTokenGrant(config, refreshed.refresh_token)
  expect(false, 'a revoked token is refused')
} catch (refused) {
  expect(refused.error === 'invalid_grant', 'a revoked token is an invalid grant: ' + refused)
}

const again = await signIn({ scope: 'openid', max_age: '3600' }, { maxAge: 3600 })
expect(again.claims().sub === subject, 'the same person by another sign-in')

try {
  await signIn({ scope: 'openid', prompt: 'none', id_token_hint: again.id_token, response_mode: 'fragment' })
  expect(false, 'a response mode that is not there is refused')
} catch (refused) {
  expect(refused.error === 'invalid_request', 'the client is told: ' + refused)
}

const bye = client.buildEndSessionUrl(config, {
  id_token_hint: again.id_token, post_logout_redirect_uri: redirectUri.replace(/:\d+/, ''), state: 'bye' })
console.log('OPEN ' + bye.href)
expect((await lines.next()).value.endsWith('state=bye'), 'the person comes back')

if (secret) {
  const machine = await client.clientCredentialsGrant(config)
  expect(machine.access_token && !machine.refresh_token, 'a token of its own')
}
console.log('DONE ' + subject)
process.exit(0)
