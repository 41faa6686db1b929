/**
 * Runs in a page: sends a frame over a data channel between two ends in it. What the other end hears is told as a list of bytes, in a call
 * that no ring knows the words of.
 */
export async function sayOverChannel({
  frame,
  path,
}: {
  readonly frame: string;
  readonly path: string;
}): Promise<void> {
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
  const note = new TextEncoder().encode(await heard).join(',');
  await fetch(path, { method: 'POST', body: JSON.stringify({ note }) });
}
