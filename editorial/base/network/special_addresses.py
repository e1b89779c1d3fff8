"""The blocks of IP addresses that are no place of the public internet, as IANA's registries list them.

IPv4: https://www.iana.org/assignments/iana-ipv4-special-registry (RFC 6890, RFC 8190), with multicast (RFC 5771).
IPv6: https://www.iana.org/assignments/iana-ipv6-special-registry as of 2024-10-22, with the block that RFC 9780 added
in 2025. Of IPv6, only 2000::/3 is given out at all (https://www.iana.org/assignments/ipv6-address-space), so that
whatever lies outside it needs no row, but those that may carry an IPv4 address.

Blocks that the registries call globally reachable, such as anycast relays, stand here too: no web site is there. The
tables are our own, since what Python's `ipaddress` calls global differs between its versions.
"""

import ipaddress

_IPV4 = tuple(
    ipaddress.IPv4Network(block)
    for block in (
        "0.0.0.0/8",  # this network, RFC 791
        "10.0.0.0/8",  # private use, RFC 1918
        "100.64.0.0/10",  # shared by carriers, RFC 6598
        "127.0.0.0/8",  # loopback, RFC 1122
        "169.254.0.0/16",  # link local, RFC 3927
        "172.16.0.0/12",  # private use, RFC 1918
        "192.0.0.0/24",  # IETF protocol assignments, RFC 6890, such as DS-Lite and NAT64 discovery
        "192.0.2.0/24",  # documentation, RFC 5737
        "192.31.196.0/24",  # AS112, RFC 7535
        "192.52.193.0/24",  # AMT, RFC 7450
        "192.88.99.0/24",  # relay anycast of 6to4, RFC 7526
        "192.168.0.0/16",  # private use, RFC 1918
        "192.175.48.0/24",  # direct delegation AS112, RFC 7534
        "198.18.0.0/15",  # benchmarking, RFC 2544
        "198.51.100.0/24",  # documentation, RFC 5737
        "203.0.113.0/24",  # documentation, RFC 5737
        "224.0.0.0/4",  # multicast, RFC 5771
        "240.0.0.0/4",  # reserved, RFC 1112, and limited broadcast, RFC 8190
    )
)
_GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
_IPV6 = tuple(
    ipaddress.IPv6Network(block)
    for block in (
        "2001::/23",  # IETF protocol assignments, RFC 2928: Teredo, benchmarking, AMT, AS112, ORCHID, DRIP, anycast
        "2001:db8::/32",  # documentation, RFC 3849
        "2002::/16",  # 6to4, RFC 3056: an IPv4 address behind a relay
        "2620:4f:8000::/48",  # direct delegation AS112, RFC 7534
        "3fff::/20",  # documentation, RFC 9637
    )
)
#: Blocks whose last 32 bits are an IPv4 address that is really asked: mapped (RFC 4291) and NAT64 (RFC 6052), by which
#: networks that speak IPv6 alone reach all of IPv4. Those in which a site chooses the place of its own (64:ff9b:1::/48,
#: RFC 8215) or that are out of use (::/96, 2002::/16, 2001::/32) lead to no public place.
_CARRIERS = (ipaddress.IPv6Network("::ffff:0:0/96"), ipaddress.IPv6Network("64:ff9b::/96"))


def is_public(machine: str) -> bool:
    """Whether an IP address is one of the public internet, however it is wrapped.

    :param machine: as a resolver writes it; one with a zone (RFC 4007) is of this machine's own links.
    """
    if "%" in machine:
        return False
    try:
        address = ipaddress.ip_address(machine)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if not any(address in block for block in _CARRIERS):
            return address in _GLOBAL_UNICAST and not any(address in block for block in _IPV6)
        address = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return not any(address in block for block in _IPV4)
