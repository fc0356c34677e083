import { toApiError, UnreachableError } from "@/api/errors";

/** What the server says of a file that it has. */
export interface Uploaded {
  upload: string;
  file: string;
  engine: string;
  database: boolean;
  bytes: number;
  suggested_source: string;
}

/** Sends a file as it is, and hears how much of it has gone; aborting takes it back. */
export function sendFile(
  file: File,
  onProgress: (percent: number) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  // fetch does not tell how much has gone.
  const request = new XMLHttpRequest();
  const address = new URL("api/v1/uploads", document.baseURI);
  address.searchParams.set("name", file.name);
  return new Promise((resolve, reject) => {
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable && event.total > 0) {
        onProgress(Math.floor((event.loaded / event.total) * 100));
      }
    });
    request.addEventListener("load", () => {
      if (request.status === 200) {
        resolve(request.response as Uploaded);
      } else {
        reject(toApiError(request.response, request.status));
      }
    });
    request.addEventListener("error", () => {
      reject(new UnreachableError());
    });
    request.addEventListener("abort", () => {
      reject(new DOMException("taken back", "AbortError"));
    });
    signal.addEventListener("abort", () => {
      request.abort();
    });
    request.open("POST", address);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}
