/* Searches a handbook that is opened from a folder: browsers run no worker there, so a hidden frame stands in for one.

   The theme's plugin `offline` would fetch iframe-worker 1.0.4 by Martin Donath (MIT) from the internet, which writes
   inline scripts into its frame; the handbook's Content-Security-Policy refuses these. This is the same idea without
   them: the frame loads this file, which then plays the worker's side, and after it the worker's own file. */
(() => {
  "use strict";

  const MARK = "data-worker";
  const ownAddress = document.currentScript.src;

  /** Load one script into a document; the promise is kept once it has run. */
  const loaded = (target, address) =>
    new Promise((resolve, reject) => {
      const script = target.createElement("script");
      script.charset = "utf-8";
      script.src = address;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(`cannot load ${address}`)));
      target.body.append(script);
    });

  const oneAfterTheOther = (target, addresses) =>
    addresses.reduce((before, address) => before.then(() => loaded(target, address)), Promise.resolve());

  /** Set what a worker has in its global scope, for a script that expects to run in a worker. */
  const playWorker = () => {
    window.postMessage = (data) => parent.postMessage(data, "*");
    window.importScripts = (...addresses) => oneAfterTheOther(document, addresses);
  };

  class FrameWorker extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.setAttribute(MARK, "");
      this.pass = (event) => {
        if (event.source === this.frame.contentWindow) this.tell(new MessageEvent("message", { data: event.data }));
      };
      window.addEventListener("message", this.pass);
      // Some browsers replace the empty document of a new frame once it has loaded; scripts before that would be lost.
      const opened = new Promise((resolve) => this.frame.addEventListener("load", resolve, { once: true }));
      document.body.append(this.frame);
      const absolute = new URL(address, document.baseURI).href;
      this.ready = opened.then(() => oneAfterTheOther(this.frame.contentDocument, [ownAddress, absolute]));
      this.ready.catch((error) => this.tell(new ErrorEvent("error", { message: error.message, error })));
    }

    tell(event) {
      this.dispatchEvent(event);
      this[`on${event.type}`]?.(event);
    }

    postMessage(data) {
      const copy = structuredClone(data);
      const deliver = () => this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data: copy }));
      this.ready.then(deliver, () => {});
    }

    terminate() {
      window.removeEventListener("message", this.pass);
      this.frame.remove();
    }
  }

  if (window.frameElement?.hasAttribute(MARK)) playWorker();
  else if (location.protocol === "file:") window.Worker = FrameWorker;
})();
