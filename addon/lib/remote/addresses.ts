import type { NetworkInterfaceInfo } from 'node:os'
import { isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'
import { usageError, UserError } from '../run.ts'

/** What no phone in the room is connected to: machines inside of this one, and ways to other places. */
const RE_INNER = /^(?:dock|br-|veth|virbr|vmnet|vboxnet|vnic|podman|cni|flannel|lxc|tun|tap|utun|wg|tailscale|zt|ppp)/i
/** Addresses that only a local network knows: RFC 1918, and what machines give themselves without anybody who gives them one. */
const RE_PRIVATE = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/
/** Without a router; tried last. */
const RE_SELF_GIVEN = /^169\.254\./

type Interfaces = Record<string, NetworkInterfaceInfo[] | undefined>

/** The addresses under which a phone in the same room may reach this machine, the likeliest first. */
export function localAddresses(interfaces: Interfaces = networkInterfaces()): string[] {
  return Object.entries(interfaces)
    .filter(([name]) => !RE_INNER.test(name))
    .flatMap(([, infos]) => infos ?? [])
    .filter(({ family, internal, address }) => family === 'IPv4' && !internal && RE_PRIVATE.test(address))
    .map(({ address }) => address)
    .toSorted((a, b) => Number(RE_SELF_GIVEN.test(a)) - Number(RE_SELF_GIVEN.test(b)))
}

/**
 * The addresses on which a second device is waited for.
 *
 * @param wanted the one that `--address` names
 * @throws {UserError} if it is none, or if this machine is on no local network
 */
export function remoteAddresses(wanted: string | undefined, interfaces: Interfaces = networkInterfaces()): string[] {
  if (wanted !== undefined) {
    // What means every address would let in whoever comes from anywhere.
    if (!isIPv4(wanted) || wanted === '0.0.0.0')
      throw usageError('lectern start', `--address "${wanted}"`, 'it is no address of this machine', 'Write one as in --address 192.168.1.20, or leave it out.')
    return [wanted]
  }
  const found = localAddresses(interfaces)
  if (!found.length)
    throw new UserError('lectern start: --remote: this machine is on no local network. Mend: Connect it to one, let the phone open a hotspot, or name an address as in --address 192.168.1.20.')
  return found
}
