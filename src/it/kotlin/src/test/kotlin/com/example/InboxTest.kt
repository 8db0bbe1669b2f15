package com.example

import dev.fakebeeper.FakeBeeper
import dev.fakebeeper.junit.BeeperToken
import dev.fakebeeper.junit.FakeBeeperTest
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse.BodyHandlers

@FakeBeeperTest
class InboxTest(private val beeper: FakeBeeper) {
    private val client = HttpClient.newHttpClient()

    private fun get(address: URI, token: String): Int {
        val request =
            HttpRequest.newBuilder(address.resolve("/v1/chats"))
                .header("Authorization", "Bearer $token")
                .build()
        return client.send(request, BodyHandlers.ofString()).statusCode()
    }

    @Test
    fun `the inbox is read`() {
        assertEquals(200, get(beeper.baseUri(), beeper.token()))
        assertEquals(1, beeper.world().journal().exchanges().size)
        assertEquals("InboxTest.the-inbox-is-read-1", beeper.world().name())
    }

    @Test
    fun `a parameter is of the same world as the constructor's`(address: URI, @BeeperToken token: String) {
        assertEquals(200, get(address, token))
        assertEquals(beeper.token(), token)
    }

    companion object {
        @JvmStatic
        @BeforeAll
        fun prepare(prepared: FakeBeeper) {
            prepared.world().others().removeAccount(prepared.world().accountIds()[0])
        }
    }
}
