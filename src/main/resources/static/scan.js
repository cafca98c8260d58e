// Reads a QR code with the phone's camera where the browser can, and sends the form. Where it cannot, a photograph is
// sent, made small before, and the server reads it.
(() => {
  const form = document.getElementById('scan');
  const photo = form?.elements.photo;
  const ENOUGH_PIXELS = 2000;
  const SMALL = /^https?:\/\/[^/\s]+\/market\/signs\/[0-9A-Za-z]{6}$/;

  photo?.addEventListener('change', async () => {
    const file = photo.files[0];
    if (!file) return;
    try {
      const picture = await createImageBitmap(file);
      const scale = Math.min(1, ENOUGH_PIXELS / Math.max(picture.width, picture.height));
      const canvas = document.createElement('canvas');
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
      const small = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
      if (small && small.size < file.size) {
        const files = new DataTransfer();
        files.items.add(new File([small], 'sign.jpg', { type: small.type }));
        photo.files = files.files;
      }
    } catch {
      // what this browser cannot open is sent as it is
    }
    form.requestSubmit();
  });

  const place = document.getElementById('camera');
  if (!form || !place || !('BarcodeDetector' in window) || !navigator.mediaDevices) return;
  const words = place.dataset;
  const button = document.createElement('button');
  const video = document.createElement('video');
  const said = document.createElement('p');
  button.type = 'button';
  button.className = 'btn go';
  button.textContent = words.start;
  video.muted = true;
  video.playsInline = true;
  video.hidden = true;
  video.width = 320;
  said.setAttribute('role', 'status');
  place.append(button, video, said);
  place.hidden = false;
  let stream = null;

  const stop = () => {
    if (stream) stream.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = true;
    button.textContent = words.start;
  };

  const look = async (detector) => {
    if (!stream) return;
    const codes = await detector.detect(video).catch(() => []);
    // the small code in the corner leads to a page of ours: the large one is wanted
    const code = codes.find((it) => it.rawValue && !SMALL.test(it.rawValue));
    if (!code) {
      setTimeout(() => look(detector), 150);
      return;
    }
    stop();
    form.elements.text.value = code.rawValue;
    form.requestSubmit();
  };

  button.addEventListener('click', async () => {
    if (stream) {
      stop();
      return;
    }
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      video.hidden = false;
      button.textContent = words.stop;
      await video.play();
      look(new BarcodeDetector({ formats: ['qr_code'] }));
    } catch (refused) {
      stop();
      said.textContent = words.refused;
    }
  });
})();
