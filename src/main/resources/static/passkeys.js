// Passkeys (WebAuthn): signs in on /sign-in, also from the browser's suggestions, and makes keys on /id/keys. One request
// at a time, and none by itself after a refusal: the page says what happened, and the password is always there.
"use strict";
const place = document.querySelector("[data-passkeys]");
const words = place?.dataset;
const status = place?.querySelector("[role=status]");
const say = text => { if (status) status.textContent = text; };

const decoded = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), sign => sign.charCodeAt(0));
const encoded = bytes => btoa(String.fromCharCode(...new Uint8Array(bytes)))
  .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const named = keys => (keys || []).map(key => ({...key, id: decoded(key.id)}));

// what newer browsers read and write by themselves
const toRequest = options => PublicKeyCredential.parseRequestOptionsFromJSON
  ? PublicKeyCredential.parseRequestOptionsFromJSON(options)
  : {...options, challenge: decoded(options.challenge), allowCredentials: named(options.allowCredentials)};
const toCreation = options => PublicKeyCredential.parseCreationOptionsFromJSON
  ? PublicKeyCredential.parseCreationOptionsFromJSON(options)
  : {...options, challenge: decoded(options.challenge), user: {...options.user, id: decoded(options.user.id)},
    excludeCredentials: named(options.excludeCredentials)};

function plain(credential) {
  if (credential.toJSON) return credential.toJSON();
  const response = {};
  for (const part of ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"])
    if (credential.response[part]) response[part] = encoded(credential.response[part]);
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {id: credential.id, rawId: credential.id, type: credential.type, response,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    clientExtensionResults: credential.getClientExtensionResults()};
}

async function send(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: {"Content-Type": "application/json", Accept: "application/json",
      "X-CSRF-TOKEN": document.querySelector("input[name=_csrf]").value},
    body: JSON.stringify(body)
  });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw Object.assign(new Error(told.detail || words.failed), {told: true, code: answer.status});
  return told;
}

function sayFault(fault) {
  if (fault.told) say(fault.message);
  else if (fault.name === "InvalidStateError" && words.already) say(words.already);
  else say(fault.name === "NotAllowedError" ? words.cancelled : words.failed);
}

/* signing in */

// a challenge ends after five minutes; nobody leaves the page open for ever
const LASTS = 4 * 60 * 1000;
const RENEWALS = 15;
let asking = null;
let renewal = 0;

// whether the person stopped it
async function signIn(mediation, renewals) {
  clearTimeout(renewal);
  asking?.abort();
  const mine = asking = new AbortController();
  if (renewals) renewal = setTimeout(() => signIn(mediation, renewals - 1), LASTS);
  let key = null;
  try {
    const options = await send("/webauthn/authenticate/options", {});
    if (mine.signal.aborted) return false;
    const credential = await navigator.credentials.get({publicKey: toRequest(options), mediation, signal: mine.signal});
    key = {rpId: options.rpId, credentialId: credential.id};
    location.assign((await send("/login/webauthn", {to: words.to, credential: plain(credential)})).to);
    return false;
  } catch (fault) {
    if (fault.name === "AbortError") return false;
    clearTimeout(renewal);
    // removed here: the browser need not offer it again
    if (key && fault.code === 404) PublicKeyCredential.signalUnknownCredential?.(key).catch(() => {});
    if (key || mediation !== "conditional") sayFault(fault);
    return !key && fault.name === "NotAllowedError";
  }
}

async function suggest(renewals) {
  if (await PublicKeyCredential.isConditionalMediationAvailable?.()) signIn("conditional", renewals);
}

function offerSignIn() {
  const button = place.querySelector("button");
  button.addEventListener("click", async () => {
    say("");
    button.disabled = true;
    const stopped = await signIn("optional", 0);
    button.disabled = false;
    if (stopped) suggest(0);
  });
  suggest(RENEWALS);
}

/* proving once more who one is: the answer goes with the form, and with what the form keeps */

function offerProving() {
  const form = place.closest("form");
  const button = place.querySelector("button");
  button.addEventListener("click", async () => {
    say("");
    button.disabled = true;
    try {
      const options = await send("/webauthn/prove/options", {});
      const credential = await navigator.credentials.get({publicKey: toRequest(options)});
      form.elements.passkey.value = JSON.stringify(plain(credential));
      form.submit();
    } catch (fault) {
      sayFault(fault);
      button.disabled = false;
    }
  });
}

/* making keys */

function offerMaking() {
  // what the browser offers is what there is
  PublicKeyCredential.signalAllAcceptedCredentials?.({rpId: words.site, userId: words.owner,
    allAcceptedCredentialIds: words.ids ? words.ids.split(" ") : []}).catch(() => {});
  const form = place.querySelector("form");
  if (!form) return;
  form.hidden = false;
  const button = form.querySelector("button");
  form.addEventListener("submit", async event => {
    event.preventDefault();
    say("");
    button.disabled = true;
    try {
      const options = await send("/webauthn/register/options", {});
      const credential = await navigator.credentials.create({publicKey: toCreation(options)});
      await send("/webauthn/register", {label: form.elements.label.value, credential: plain(credential)});
      location.assign("/id/keys");
    } catch (fault) {
      sayFault(fault);
      button.disabled = false;
    }
  });
}

if (place) {
  place.hidden = false;
  if (!window.PublicKeyCredential || !navigator.credentials) {
    place.querySelector("button")?.remove();
    say(words.unsupported);
  } else {
    say("");
    if (words.passkeys === "make") offerMaking();
    else if (words.passkeys === "prove") offerProving();
    else offerSignIn();
  }
}
