/**
 * POSTs `body` and resolves to the answer's {status, body}. `onProgress` gets the share that has
 * left so far, which fetch does not tell. Rejects when the network fails or `signal` aborts.
 */
export function upload(url, { headers, body, onProgress, signal }) {
  const request = new XMLHttpRequest();
  request.open("POST", url);
  request.responseType = "json";
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0);
  signal.addEventListener("abort", () => request.abort(), { once: true });
  return new Promise((resolve, reject) => {
    request.onload = () => resolve({ status: request.status, body: request.response });
    request.onerror = () => reject(new TypeError("the network failed"));
    request.onabort = () => reject(signal.reason);
    request.send(body);
  });
}
