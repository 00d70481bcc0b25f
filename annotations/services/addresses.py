"""Which addresses of the network the service may connect to: public ones alone."""

import ipaddress
import socket
from collections.abc import Callable

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# For networks' own use, though the library takes them for global: RFC 6890, 7526, 8215 and 3879.
_INNER = tuple(
    ipaddress.ip_network(network)
    for network in ("192.0.0.0/24", "192.88.99.0/24", "64:ff9b:1::/48", "fec0::/10")
)


class AddressError(ValueError):
    """A host that cannot be found, or that is not for us to connect to."""


def is_public(address: Address) -> bool:
    """Whether the address is one of the public Internet, also as the IPv4 address that an IPv6
    address may carry."""
    inner = _carried(address)
    if inner is not None:
        return is_public(inner)
    return address.is_global and not (
        address.is_multicast or address.is_reserved or any(address in net for net in _INNER)
    )


def checked_address(
    host: str, port: int, *, permits: Callable[[Address], bool] = is_public
) -> Address:
    """The address to connect to for ``host``, looked up once, so that what was checked is what is
    connected to. One address that is not permitted refuses the host. Raises AddressError.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise AddressError(f"the host {host} cannot be found") from error
    addresses = [ipaddress.ip_address(str(item[4][0]).split("%")[0]) for item in found]
    for address in addresses:
        if not permits(address):
            raise AddressError(f"the host {host} is inside the network ({address})")
    return addresses[0]


def _carried(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo
