import type { Take } from './take.ts';

/** A frame over a data channel between two ends in the page. What the other end hears is told in a way that no ring knows. */
export function overChannel(frameOf: (canary: string) => string): Take {
  return {
    run: (page, canary) =>
      page.evaluate(async (frame) => {
        const [one, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
        one.addEventListener('icecandidate', ({ candidate }) => void other.addIceCandidate(candidate ?? undefined));
        other.addEventListener('icecandidate', ({ candidate }) => void one.addIceCandidate(candidate ?? undefined));
        const heard = new Promise<string>((resolve) => {
          other.addEventListener('datachannel', ({ channel }) =>
            channel.addEventListener('message', ({ data }) => resolve(String(data))),
          );
        });
        const channel = one.createDataChannel('events');
        await one.setLocalDescription();
        await other.setRemoteDescription(one.localDescription!);
        await other.setLocalDescription();
        await one.setRemoteDescription(other.localDescription!);
        await new Promise((opened) => channel.addEventListener('open', opened));
        channel.send(frame);
        // The stand-in's ledger reads a list of bytes.
        const note = new TextEncoder().encode(await heard).join(',');
        await fetch('/backend-api/memories', { method: 'POST', body: JSON.stringify({ note }) });
      }, frameOf(canary)),
  };
}
